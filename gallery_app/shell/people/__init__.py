"""People, from their commands to the faces in the viewer."""
