"""What lies over the window until it is left: palette, shortcuts, preferences."""
