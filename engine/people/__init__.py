"""Who is in a picture: faces found, coded and grouped into persons, from pixels and codes alone."""
