"""What a photo shows, as a vector."""

# Here rather than in backbone.py: the command line reads it before numpy may be imported (see limit_threads).
DEFAULT_BACKBONE = "efficientnet_lite2"
