"""Tables of what pictures show: one class a subject."""
