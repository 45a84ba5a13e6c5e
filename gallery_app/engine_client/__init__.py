"""How the window has work done: on its own threads, and by the engine process."""
