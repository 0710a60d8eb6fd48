"""``congkhai publish``: put the site where the web server finds it, whole or not at all."""

import json
import sys
import time
from pathlib import Path
from typing import get_args

import click

from generator.commands.options import release_folder_option, source_option
from generator.commands.progress import progress_bar
from generator.excerpt import excerpts
from generator.release.live import Mode
from generator.release.publish import publish as publish_site
from generator.report import as_text
from generator.today import today


@click.command()
@source_option
@release_folder_option
@click.option(
    "--mode",
    type=click.Choice(get_args(Mode)),
    help="Cách đổi bản: symlink (liên kết) hoặc copy (đổi tên thư mục).",
    show_default="cách đang dùng, lần đầu là symlink",
)
@click.option("--workers", type=click.IntRange(1, 64), help="Số tiến trình chạy cùng lúc.")
@click.option(
    "--wait",
    type=click.FloatRange(0, 3600),
    default=60,
    show_default=True,
    help="Số giây chờ lần phát hành khác.",
)
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
def publish(
    source: Path, folder: Path, mode: Mode | None, workers: int | None, wait: float, as_json: bool
) -> None:
    """Kiểm tra, dựng, soát rồi phát hành trang; có gì sai thì trang đang chạy giữ nguyên."""
    started = time.perf_counter()
    with progress_bar(sys.stderr.isatty() and not as_json) as progress:
        done = publish_site(
            source, folder, today(), mode, workers, progress, wait, lambda text: click.echo(text, err=True)
        )
    seconds = time.perf_counter() - started
    if as_json:
        facts = {"release": done.release, "pages": done.pages, "changed": done.changed}
        counts = {"problems": len(done.problems), "faults": len(done.faults)}
        click.echo(json.dumps(facts | counts | {"seconds": round(seconds, 3)}))
    else:
        click.echo(as_text(done.problems, excerpts(source)), nl=False)
    if done.faults:
        click.echo("Trang dựng ra chưa qua được bước soát:", err=True)
        click.echo(as_text(done.faults), nl=False, err=True)
    if done.release is None:
        click.echo("Chưa phát hành; trang đang chạy được giữ nguyên như cũ.", err=True)
        raise SystemExit(1)
    if done.untidied:
        click.echo(f"Trang đã phát hành, nhưng chưa dọn xong: {done.untidied}", err=True)
    if not as_json:
        changed = f"{done.changed} tệp mới hoặc đổi"
        click.echo(f"Đã phát hành bản {done.release}: {done.pages} trang, {changed}, {seconds:.1f} giây.")
        click.echo(f"Máy chủ phục vụ thư mục: {folder / 'current'}")
