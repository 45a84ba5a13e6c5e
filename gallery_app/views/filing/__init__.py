"""The page that files photos away, and the sheet that asks before they are thrown away."""
