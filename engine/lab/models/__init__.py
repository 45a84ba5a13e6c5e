"""The models of the Lab, one file each, found by themselves; what several share is in `networks` and `codes`."""
