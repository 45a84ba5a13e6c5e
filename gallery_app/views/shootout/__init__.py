"""The page that compares methods: what to compare, a table, small maps, and who agrees with whom."""
