"""Whether a file can have changed, asked of the file system alone: 10,000 files are not read again to see it.

The system sets the time of change (``st_ctime``) itself on every write, rename and change of rights; no
program can set it back.  One change may hide: a second one in the same tick of the file system's clock.  So a
file that changed a moment ago gets no stamp yet, as git does it, and is read again the next time.
"""

import os
import stat

from generator.today import lies_back

TICK = 2.0
"""Seconds: the coarsest clock of any file system in use (FAT)."""


def stamp_of(path: str) -> str:
    """What is the same while a file is; empty where that cannot be told."""
    try:
        facts = os.stat(path)
    except OSError:
        return ""
    if os.name == "nt" or not stat.S_ISREG(facts.st_mode):
        return ""  # Windows keeps the time of creation there
    if not lies_back(facts.st_ctime, TICK):
        return ""
    return f"{facts.st_dev:x}.{facts.st_ino:x}.{facts.st_size:x}.{facts.st_mtime_ns:x}.{facts.st_ctime_ns:x}"
