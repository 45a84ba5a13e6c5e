"""All photos as thumbnails, in sections."""
