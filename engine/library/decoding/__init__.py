"""Any picture file to pixels, in worker processes that may die."""
