"""The Lab: which model learns from the photos, what it has learned, and what it is asked."""
