"""Model packs: better networks that a user adds, each a folder with a manifest and ONNX files, and nothing that runs.

A pack looks at photos as a backbone does; one with a textual half finds them by a sentence as well. They lie in the
user's data folder, below `packs`; `open_backbone("pack:NAME")` opens one.
"""
