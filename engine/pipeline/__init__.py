"""The flow through the rooms, one file a stage; each skips what is still fresh."""
