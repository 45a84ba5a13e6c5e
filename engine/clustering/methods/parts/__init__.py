"""What methods are made of: networks and their training, supervision, the vote of neighbours."""
