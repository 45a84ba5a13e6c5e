"""The ways out of a damaged catalog, and missing photos, from their commands to the library."""
