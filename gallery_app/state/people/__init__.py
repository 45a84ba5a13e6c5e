"""Who is on the photos, and what the user says of that."""
