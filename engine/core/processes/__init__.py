"""Programs that work for this one, and are held to what they may take."""
