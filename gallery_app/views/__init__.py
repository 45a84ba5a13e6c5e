"""A folder a view, with its painter, input and layout; views do not import one another, but for parts."""
