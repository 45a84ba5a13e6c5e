"""Lists, orders and facts that views show."""
