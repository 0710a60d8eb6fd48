"""A progress bar on a terminal; nothing anywhere else."""

from collections.abc import Iterator
from contextlib import contextmanager

from generator.site.build import Progress


@contextmanager
def progress_bar(shown: bool) -> Iterator[Progress | None]:
    """Yield a callback for ``build``, or None where nobody watches."""
    if not shown:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def show(doing: str, done: int, total: int) -> None:
            if doing not in tasks:
                tasks[doing] = bar.add_task(doing, total=total)
            bar.update(tasks[doing], completed=done)

        yield show
