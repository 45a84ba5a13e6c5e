"""What a cluster is called."""
