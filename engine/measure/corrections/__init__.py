"""Protocol `corrections`: what a person's corrections and a retrain do to a real library of labelled photos."""
