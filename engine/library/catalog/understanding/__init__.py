"""Tables of what the background finds out of each content (engine/pipeline/understanding); made anew where lost."""
