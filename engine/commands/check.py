"""`check`: how the library and the originals are, and with --mend what can be mended is."""

from __future__ import annotations

import argparse
import json

from engine.commands.findings import Finding, findings
from engine.core.errors import UserError
from engine.core.job import Job
from engine.library.library import Library, open_library
from engine.library.roots import library_for, real_folder
from engine.library.safety.backups import backups
from engine.library.safety.recovery import CatalogDamaged, begin_anew


def check(arguments: argparse.Namespace, job: Job) -> None:
    """Print a sentence for each finding; a UserError where something is left that is not well."""
    library, problem = _opened(arguments)
    said: list[tuple[Finding, bool]] = []
    with library:
        for finding in findings(library, job, deep=arguments.deep):
            mends = arguments.mend and finding.mend is not None
            if mends and finding.mend is not None:
                finding.mend()
            said.append((finding, mends))
        kept = len(backups(library.folder))
    if arguments.json:
        entries = [{"kind": f.kind, "text": str(f.sentence), "mends": f.mend is not None, "mended": m} for f, m in said]
        print(json.dumps({"backups": kept, "recovered": problem and str(problem), "findings": entries}, indent=1))
    else:
        for finding, mended in said:
            way = " Mended; organise the folder again." if mended else ""
            print(f"{finding.sentence}{way or (' --mend mends it.' if finding.mend else '')}")
        if not said and not arguments.quiet:
            print(f"All is well; there are {kept:,} backups of the catalog.")
    left = sum(not mended for finding, mended in said if finding.kind != "kept")
    if left:
        raise UserError("{count:,} findings are left.", count=left)


def _opened(arguments: argparse.Namespace) -> tuple[Library, CatalogDamaged | None]:
    """The library; with --mend also one whose catalog had to be recovered first, or begun anew."""
    try:
        return open_library(arguments.folder, arguments.library, program="photoloom-engine")[0], None
    except CatalogDamaged as error:
        if not arguments.mend:
            raise
        print(error)
        if not error.recovered:
            real = real_folder(arguments.folder)
            begin_anew(arguments.library.absolute() if arguments.library else library_for(real))
        return open_library(arguments.folder, arguments.library, program="photoloom-engine")[0], error
