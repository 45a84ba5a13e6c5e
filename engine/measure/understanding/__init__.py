"""How well pictures are understood: a file a protocol of `benchmark folders`."""
