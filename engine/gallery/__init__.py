"""What is read of a library: one snapshot, and search, groups and filters over it."""
