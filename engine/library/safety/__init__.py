"""Safety of a library: checks, checksums, backups and recovery of its catalog, and who may read its files."""
