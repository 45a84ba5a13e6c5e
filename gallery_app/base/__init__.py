"""Theme, icons, settings and painting: what every part of the window is drawn with."""
