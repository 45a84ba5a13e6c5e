"""The number of clusters."""
