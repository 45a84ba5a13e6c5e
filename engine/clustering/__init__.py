"""What belongs together: methods, how many clusters, their names, and who stands in which."""
