"""The bundle's console program: the headless engine, or with `--module NAME` a process of ours.

The latter is what `child_command` in engine/core/interpreter.py gives in a bundle.
"""

import sys

from engine.core.interpreter import leave_current_folder

if sys.argv[1:2] == ["--module"]:
    import runpy

    leave_current_folder()
    del sys.argv[:2]
    runpy.run_module(sys.argv[0], None, "__main__", True)
else:
    from engine.__main__ import main

    sys.exit(main())
