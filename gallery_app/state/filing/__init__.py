"""Filing, without its widgets: the options, the plan that follows them, the run, and the receipt."""
