"""Keywords where every photo program looks for them: in XMP, beside a photo or within it."""
