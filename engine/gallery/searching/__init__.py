"""What a search is made of: the words it knows, what each photo can be found by, mistyped words."""
