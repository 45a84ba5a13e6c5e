"""What is understood of pictures: the work in the background, text, kinds, and the search of the web."""
