"""Files that Photoloom writes for people: whole or not at all, never over one of theirs, never taken for photos."""
