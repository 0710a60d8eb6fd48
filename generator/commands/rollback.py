"""``congkhai rollback``: serve an earlier release again."""

from pathlib import Path

import click

from generator.commands.options import release_folder_option
from generator.release.rollback import releases
from generator.release.rollback import rollback as roll_back


@click.command()
@release_folder_option
@click.option("--release", help="Mã của bản muốn dùng.", show_default="bản ngay trước bản đang chạy")
@click.option("--list", "only_list", is_flag=True, help="Chỉ liệt kê các bản đang giữ.")
def rollback(folder: Path, release: str | None, only_list: bool) -> None:
    """Quay lại một bản đã phát hành; bản không còn nguyên vẹn thì bị từ chối."""
    if only_list:
        for name, served in releases(folder):
            click.echo(f"{name}  đang chạy" if served else name)
        return
    click.echo(f"Đã quay lại bản {roll_back(folder, release)}.")
