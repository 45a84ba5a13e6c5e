"""Doing what was planned: act, undo, and what a crash has left to be finished."""
