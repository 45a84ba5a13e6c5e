"""What is written in a picture: lines found and read by networks, from pixels alone."""
