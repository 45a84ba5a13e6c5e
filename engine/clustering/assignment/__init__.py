"""Which cluster a photo stands in, after a fit and after what the user has said."""
