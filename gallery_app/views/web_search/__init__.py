"""What leaves the computer when the web is searched for a picture, told before it does."""
