"""A training of DEC on record: codes, maps and reconstructions at each update, and a page that says what happened."""
