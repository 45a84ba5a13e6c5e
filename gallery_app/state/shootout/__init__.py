"""Methods side by side on the open library, as their page shows them."""
