"""Filing, from its commands to the line that says what became of the files."""
