"""The page for a damaged catalog, and the dialog that forgets missing photos."""
