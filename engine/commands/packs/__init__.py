"""What an installation can be given besides."""
