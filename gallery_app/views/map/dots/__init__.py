"""The dots of the map, painted by numpy."""
