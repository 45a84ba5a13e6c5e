"""The engine process: its protocol, its jobs and its worker."""
