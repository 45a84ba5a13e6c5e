"""What a disk has to be asked for: that what was written survives a power cut."""
