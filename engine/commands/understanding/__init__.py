"""Commands that ask what is understood of the pictures."""
