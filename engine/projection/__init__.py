"""Where a photo lies on the map; one file a projection."""
