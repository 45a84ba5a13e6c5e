"""What the background finds out of pictures, measured where it is known; a file a protocol."""
