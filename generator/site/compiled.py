"""Compiled Jinja2 templates, kept beside compiled modules: compiling them takes a fifth of a second."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2.bccache import Bucket, FileSystemBytecodeCache


class _Compiled(FileSystemBytecodeCache):
    """Takes what was kept only where source and ``compiler`` are the same."""

    def __init__(self, folder: Path, pattern: str, compiler: Callable[[], str]):
        super().__init__(str(folder), pattern)
        self._compiler = compiler

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(self._compiler() + source)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # the next run compiles them again
            super().dump_bytecode(bucket)


def compiled(kind: str, compiler: Callable[[], str]) -> FileSystemBytecodeCache | None:
    """Where templates of a ``kind`` are kept, if anywhere.

    ``compiler`` says what they are compiled with, beside Jinja2 and Python themselves.
    """
    folder = Path(cache_from_source(__file__)).parent
    kept = not sys.dont_write_bytecode and folder.is_dir() and os.access(folder, os.W_OK)
    return _Compiled(folder, f"{kind}-%s.pyc", compiler) if kept else None
