"""Model packs: what is there, what is offered, and looking at the open library with one."""
