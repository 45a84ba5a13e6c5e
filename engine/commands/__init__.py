"""The headless program's commands: their arguments, progress and what each does."""
