"""Culling, from its commands to the trash."""
