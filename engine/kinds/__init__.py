"""What sort of picture one is - photo, screenshot, receipt … - from what else is known of it.

seen.py tells it from the vector that an image network makes of a picture; the tables of its weights in resources/kinds
are made by packaging/kinds/train.py, one for each network that comes with the program. words.py says what the words in
a picture and their places add to that, weigh.py puts all together, with the faces.
"""
