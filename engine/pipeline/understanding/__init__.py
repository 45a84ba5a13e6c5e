"""What the background finds out of each picture once the clusters stand: kind, text, faces; a file a part."""
