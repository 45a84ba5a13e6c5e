"""What the numbers of a picture mean, and how they become sRGB."""
