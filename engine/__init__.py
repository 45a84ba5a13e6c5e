"""What Photoloom computes: no Qt in here, ever."""

__version__ = "0.1.0"
