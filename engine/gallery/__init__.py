"""What is read of a library: one snapshot; search, groups and filters over it."""
