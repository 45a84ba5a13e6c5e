"""Each photo where the projection puts it."""
