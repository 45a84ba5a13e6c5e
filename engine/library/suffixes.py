"""Which files are pictures, by their suffix: lower case, without the dot."""

RAW_SUFFIXES = frozenset(("dng", "cr2", "cr3", "nef", "arw", "orf", "raf", "rw2", "pef", "srw")) | frozenset(
    ("nrw", "rwl", "crw", "sr2", "srf", "mrw", "x3f", "3fr", "fff", "iiq", "mos", "mef", "erf", "kdc", "dcr", "gpr")
)
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
        "hif",
        "avif",
        "jp2",
        "j2k",
    )
)
VIDEO_SUFFIXES = frozenset(("mp4", "m4v", "mov", "avi", "mkv", "webm", "3gp", "mts", "m2ts", "mpg", "mpeg", "wmv"))
# Pictures too, which nothing here reads: they are counted, so that nobody wonders where they are.
_EDITORS = "psd psb xcf kra ora clip afphoto af pdn procreate pxd pxm psp pspimage cpt"
_DRAWINGS = "svg svgz ai eps ps wmf emf emz wmz cdr"
_PHOTOS = "jxl jxr wdp hdp jpf jpx jpm jpc j2c jph jhc bpg flif qoi hif heics heifs avci avcs avifs"
_OTHERS = """exr hdr rgbe dds tga pcx pcd pict pct pnm ppm pgm pbm pam pfm sgi ras iff lbm dpx cin ico icns cur xbm xpm
    dib jif jfi mpo jps pns insp apng mng fits fit fts dcm dicom btf"""
_CAMERAS = "raw rwz eip cap mdc dcs drf k25 bay cs1 dc2 pxn ptx lri"
UNREAD_SUFFIXES = frozenset(" ".join((_EDITORS, _DRAWINGS, _PHOTOS, _OTHERS, _CAMERAS)).split()) - SUFFIXES
