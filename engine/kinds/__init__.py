"""What sort of picture one is - photo, screenshot, receipt … - from what else is known of it."""
