"""How the clustering learns, live and replayed."""
