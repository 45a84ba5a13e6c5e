"""What the Help menu opens about the program itself."""
