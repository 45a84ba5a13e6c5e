"""What the window knows of the program itself: its version and parts, licences, reports, updates, and the device."""
