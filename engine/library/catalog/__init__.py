"""The catalog: all SQL, a table class a subject."""
