"""What stage 4 is made of: what a fit starts from, what stands until it is done, and what is kept of it."""
