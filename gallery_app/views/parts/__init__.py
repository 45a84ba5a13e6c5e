"""What several views share: drags, the photos' menu, the canvas of a picture."""
