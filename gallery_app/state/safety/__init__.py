"""Opening a library, the ways out of a damaged catalog, and missing photos."""
