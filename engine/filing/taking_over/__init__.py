"""What other programs and people have sorted already: their tags and folders, as names for clusters."""
