"""What is understood of pictures, in bars: the kinds to filter by, and how far the work in the background is."""
