"""The faces of the viewed photo: frames, names, and one that was missed."""
