"""The tour: a picture of every state of the window, for the documentation and for eyes that compare."""
