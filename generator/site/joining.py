"""Join the large files of open data from what the workers give, in order, without holding them."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack

from generator.open_data.procedure_parts import Joined
from generator.site.output import Output


def join(files: Sequence[Joined], batches: Iterable[Sequence[bytes]], output: Output) -> None:
    """Write ``files``; each batch holds one piece for each number that a file may ask for."""
    with ExitStack() as stack:
        growing = [output.grow(file.path) for file in files]
        for each in growing:
            stack.callback(each.drop)
        for file, each in zip(files, growing, strict=True):
            each.add(file.before)
        begun = False
        for batch in batches:
            for file, each in zip(files, growing, strict=True):
                if piece := batch[file.piece]:
                    each.add(file.between + piece if begun else piece)
            begun = True
        for file, each in zip(files, growing, strict=True):
            each.add(file.after)
            output.place(each)
