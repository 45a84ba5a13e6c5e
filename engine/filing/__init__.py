"""Filing: from clusters to folders, albums, keywords and the trash: planned, seen, done, and undone weeks later."""
