"""Lists, sort orders and facts that views show."""
