"""The shoot-out: clustering methods side by side on one library: what they agree on, and with whom."""
