"""The bars around the photos: tools, view, progress, notices, and what opens from them."""
