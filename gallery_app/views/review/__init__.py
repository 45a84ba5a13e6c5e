"""Pages that ask for a decision: a retrain, near-identical photos, doubtful ones, earlier clusterings."""
