"""The History page: what was done, newest first, and the way back from each."""
