"""Faces: found in a picture, each turned into a code, codes grouped into persons with what the user said.

Arrays and plain values go in and come out; nothing here knows a library.
"""
