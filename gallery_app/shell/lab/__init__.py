"""The Lab, from its command to a picture in a file."""
