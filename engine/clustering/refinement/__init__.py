"""The refinement of a clustering that stands: photos move only where the user's corrections are evidence for it."""
