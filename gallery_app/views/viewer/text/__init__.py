"""What is written in the viewed photo, as text that can be selected and copied."""
