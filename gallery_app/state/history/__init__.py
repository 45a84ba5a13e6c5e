"""What was done, newest first, and the way back from each."""
