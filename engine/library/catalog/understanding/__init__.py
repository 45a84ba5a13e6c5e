"""What is understood of contents: their kinds, texts, faces and classes; each by the key of what has found it."""
