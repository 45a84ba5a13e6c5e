"""The Lab as a page: see, squeeze and dream the photos with one model after the other."""
