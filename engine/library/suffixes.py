"""Which files are pictures, by their suffix: lower case, without the dot."""

RAW_SUFFIXES = frozenset(("dng", "cr2", "cr3", "nef", "arw", "orf", "raf", "rw2", "pef", "srw"))
SUFFIXES = RAW_SUFFIXES | frozenset(
    (
        "jpg",
        "jpeg",
        "jpe",
        "jfif",
        "png",
        "webp",
        "gif",
        "bmp",
        "tif",
        "tiff",
        "heic",
        "heif",
        "avif",
        "jp2",
        "j2k",
    )
)
VIDEO_SUFFIXES = frozenset(("mp4", "m4v", "mov", "avi", "mkv", "webm", "3gp", "mts", "m2ts", "mpg", "mpeg", "wmv"))
