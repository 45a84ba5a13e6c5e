"""What is understood of pictures in the background, and what is done with that."""
