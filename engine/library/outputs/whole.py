"""Files that are written aside and renamed: as every room writes them."""

from engine.core.disk.whole import write_whole as write_whole
