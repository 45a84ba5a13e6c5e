"""What was found, as a page and as pictures to keep."""
