"""Earlier clusterings, proposals, and cuts of the hierarchy."""
