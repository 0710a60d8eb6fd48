"""Say when something that the site is made of was saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from generator import resources

_CHANGES = frozenset(("created", "modified", "moved", "deleted"))
"""Not ``opened`` and ``closed``: reading is no change, and a build reads everything."""


@contextmanager
def watching(root: Path) -> Iterator[Event]:
    """Set the event whenever a file changes that a board at ``root`` is made of."""
    changed = Event()
    observer = _observer(root, _Handler(root, changed))
    try:
        yield changed
    finally:
        observer.stop()
        observer.join()


def _observer(root: Path, handler: FileSystemEventHandler) -> BaseObserver:
    """The system's own notices; where it has no more of them to give, looking every second."""
    folders = [root / "content", root / "procedures", resources.theme()]
    for kind in (Observer, PollingObserver):
        observer: BaseObserver = kind()
        for folder in filter(Path.is_dir, folders):
            observer.schedule(handler, str(folder), recursive=True)
        observer.schedule(handler, str(root))  # mkdocs.yml, and folders that are yet to come
        try:
            observer.start()
        except OSError:  # inotify limits of a busy machine
            continue
        return observer
    raise AssertionError("looking at files needs nothing of the system")


class _Handler(FileSystemEventHandler):
    def __init__(self, root: Path, changed: Event):
        self._root = root
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take what is a change of a file that people edit."""
        if event.event_type in _CHANGES and (
            self._matters(str(event.src_path), event.is_directory)
            or (event.dest_path and self._matters(str(event.dest_path), event.is_directory))
        ):
            self._changed.set()

    def _matters(self, name: str, is_folder: bool) -> bool:
        path = Path(name)
        if path.parent == self._root:
            return path.name in ("mkdocs.yml", "content", "procedures")
        return not (path.name.startswith((".", "#")) or path.name.endswith(("~", ".tmp")))
