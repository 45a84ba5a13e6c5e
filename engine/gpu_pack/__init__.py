"""The GPU pack: CUDA's build of torch beside an installation that carries the CPU's, in an environment of its own.

It lies in the user's data folder, is fetched when the user asks for it, and runs the engine process. Whatever is wrong
with it, the engine of the installation goes on.
"""
