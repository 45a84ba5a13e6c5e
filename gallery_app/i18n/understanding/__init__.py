"""Words for what is understood of pictures: kinds, scripts, and the work in the background."""
