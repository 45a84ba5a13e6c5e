"""What can be done with a file: one file an action, each with its undo."""
