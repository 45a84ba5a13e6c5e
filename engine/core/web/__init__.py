"""What little of this program speaks with servers: only what the user has asked for, after being told."""
