"""The headless program's commands: the words, the progress they show, and what each does."""
