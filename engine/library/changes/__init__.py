"""What changes on disk: when a file has rested, and what has changed since it was looked at."""
