"""The engine process: what the window asks of it, and what it answers."""
