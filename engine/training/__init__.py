"""Trainings: recorded, shown live and replayed."""
