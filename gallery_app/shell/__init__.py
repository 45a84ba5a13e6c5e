"""The frame: the window, its pages, and what joins them."""
