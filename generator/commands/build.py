"""``congkhai build``: make the public site."""

import gc
import json
import sys
import time
from pathlib import Path

import click

from generator.commands.options import source_option
from generator.commands.progress import progress_bar
from generator.excerpt import excerpts
from generator.report import as_text
from generator.site.build import build as build_site
from generator.today import today


@click.command()
@source_option
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Thư mục chứa trang làm ra.",
    show_default="site/ trong thư mục của bảng",
)
@click.option("--workers", type=click.IntRange(1, 64), help="Số tiến trình chạy cùng lúc.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
def build(source: Path, output: Path | None, workers: int | None, as_json: bool) -> None:
    """Kiểm tra bảng rồi dựng trang công khai; có lỗi thì không ghi gì cả."""
    gc.disable()  # the process ends with the build; looking for cycles among its records takes a tenth of it
    target = (output or source / "site").absolute()
    started = time.perf_counter()
    with progress_bar(sys.stderr.isatty() and not as_json) as progress:
        built = build_site(source, target, today(), workers, progress)
    seconds = time.perf_counter() - started
    if as_json:
        counts = {"pages": built.pages, "written": built.written, "removed": built.removed}
        click.echo(json.dumps(counts | {"seconds": round(seconds, 3), "problems": len(built.problems)}))
    else:
        click.echo(as_text(built.problems, excerpts(source)), nl=False)
        if built.pages is not None:
            changed = f"ghi {built.written} tệp, xóa {built.removed} tệp"
            click.echo(f"{built.pages} trang trong {seconds:.1f} giây; {changed}.")
            click.echo(f"Mở bằng trình duyệt: {target / 'index.html'}")
    if built.pages is None:
        click.echo("Bảng còn lỗi nên trang công khai được giữ nguyên như cũ.", err=True)
        raise SystemExit(1)
