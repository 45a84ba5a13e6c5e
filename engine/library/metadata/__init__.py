"""What a picture file says of itself: when, where and with which camera it was taken, and which way is up.

A file, opened by Pillow → its segments of EXIF, XMP and IPTC (segments.py; png.py, boxes.py, gif.py and photoshop.py
know where containers keep them) → their fields (exif.py, xmp.py, photoshop.py, in the notations of moments.py and
degrees.py) → one Metadata (metadata.py). Nothing here raises, however broken a file is.

Pillow parses EXIF and finds the segments of JPEG, TIFF, WebP, HEIC and AVIF, expat parses XMP. Other libraries were
measured for this and left: docs/metadata.md.
"""
