"""How the window runs work: on its own threads, and in the engine process."""
