"""A bundled backbone that learns from the photos of a library."""
