"""The window: its frame, its pages, its commands, and the wiring of all parts."""
