"""The clusters, a card each; or the groups by time and place."""
