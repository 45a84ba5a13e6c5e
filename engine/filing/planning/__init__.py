"""Plans of file actions: which photos, where to, what travels with them, and what is kept away and why."""
