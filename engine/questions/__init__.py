"""The photos most worth asking about."""
