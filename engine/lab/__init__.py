"""The Lab: what the classics of unsupervised learning know of one's own pictures. See, squeeze and dream them."""
