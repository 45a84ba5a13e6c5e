"""`photoloom --smoke OUT`: whether an installed program works, from its first frame to an undo, with nobody there."""
