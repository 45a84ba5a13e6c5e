"""Who is this?: a page that asks about one person at a time."""
