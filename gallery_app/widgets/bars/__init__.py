"""Bars that several views use."""
