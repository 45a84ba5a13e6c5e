"""The states around what is understood of pictures."""
