"""The words for what the window says of the program itself."""
