"""Plots of a training: the scale, the numbers on it, and what they show in words."""
