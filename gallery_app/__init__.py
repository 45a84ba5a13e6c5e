"""The window: it looks at what the engine holds, and writes down what the user says."""
