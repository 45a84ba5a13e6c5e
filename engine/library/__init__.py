"""What is on disk: a person's photos, and the library that is kept about them."""
