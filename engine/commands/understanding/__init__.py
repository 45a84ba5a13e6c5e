"""Commands that tell what pictures show."""
