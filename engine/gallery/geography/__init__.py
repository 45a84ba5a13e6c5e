"""Where on earth a place lies: land, countries, towns, and the plane on which they are drawn."""
