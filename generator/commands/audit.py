"""``congkhai audit``: look a finished site over as a stranger would."""

from pathlib import Path

import click

from generator.audit.site import audit as audit_site
from generator.commands.options import format_option
from generator.release.manifest import walk
from generator.report import FORMATS


@click.command()
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(exists=True, file_okay=False, path_type=Path))
@format_option(FORMATS)
def audit(folder: Path, form: str) -> None:
    """Soát một trang đã dựng xong: liên kết gãy, tệp thiếu, mã viết trong trang, lời gọi ra ngoài."""
    faults = audit_site(folder.resolve(), [file for file, _ in walk(folder)])
    click.echo(FORMATS[form](tuple(faults)), nl=False)
    raise SystemExit(1 if faults else 0)
