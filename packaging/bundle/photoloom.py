"""The bundle's window: what `python -m gallery_app` runs."""

import sys

from gallery_app.__main__ import main

sys.exit(main())
