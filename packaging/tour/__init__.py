"""The tour: screenshots of every state of the window, for the documentation and for comparison."""
