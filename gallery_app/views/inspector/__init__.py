"""What is known of a photo, of many, or of the library."""
