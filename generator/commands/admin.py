"""``congkhai admin``: forms in the browser for people without git."""

import re
from pathlib import Path

import click

from generator.admin.make import CALLS, write_admin
from generator.admin.program import fetched
from generator.commands.options import source_option
from generator.excerpt import excerpts
from generator.model.settings import BoardSettings, Fields
from generator.reading import layout
from generator.reading.record import read_record
from generator.report import as_text

_ADDRESS = re.compile(r"https://[^\s<>\"';,]+")


@click.command()
@source_option
@click.option("--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="Nơi ghi.")
@click.option("--repo", required=True, help="Kho git của bảng, như CHỦ/TÊN.")
@click.option("--host", "name", type=click.Choice(list(CALLS)), default="github", show_default=True)
@click.option("--branch", default="main", show_default=True, help="Nhánh được sửa.")
@click.option("--base-url", "base", metavar="ĐỊA_CHỈ", help="Máy chủ git hoặc máy chủ đăng nhập riêng.")
@click.option("--app-id", "app", help="Mã ứng dụng đăng nhập của GitLab, Gitea, Forgejo.")
def admin(
    source: Path, output: Path, repo: str, name: str, branch: str, base: str | None, app: str | None
) -> None:
    """Ghi trang biên tập /quan-tri/ (Sveltia CMS) vào một thư mục; cần Node.js và mạng khi chạy lệnh này."""
    settings = read_record(source / layout.BOARD, layout.BOARD, BoardSettings)
    fields = read_record(source / layout.FIELDS, layout.FIELDS, Fields)
    if settings.record is None or fields.record is None:
        click.echo(as_text([*settings.problems, *fields.problems], excerpts(source)), nl=False, err=True)
        raise click.ClickException("Hãy sửa các lỗi trên rồi chạy lại.")
    backend = {"name": name, "repo": repo, "branch": branch}
    if not re.fullmatch(r"[\w.-]+(/[\w.-]+)+", repo):
        raise click.BadParameter(f"«{repo}» không phải tên kho; viết như CHỦ/TÊN.")
    if base is not None:
        if not _ADDRESS.fullmatch(base):
            raise click.BadParameter(f"«{base}»: địa chỉ máy chủ bắt đầu bằng https://.")
        backend |= {"base_url": base.rstrip("/")}
        backend |= {} if name == "github" else {"api_root": f"{base.rstrip('/')}{_API[name]}"}
    elif name == "gitea":
        raise click.BadParameter("Gitea, Forgejo cần --base-url, địa chỉ của máy chủ.")
    backend |= {"app_id": app, "auth_type": "pkce"} if app and name == "gitlab" else {}
    backend |= {"app_id": app} if app and name == "gitea" else {}
    files = write_admin(output.absolute(), fetched(), settings.record, fields.record.items, backend)
    click.echo(f"Đã ghi {len(files)} tệp vào «{output}».")


_API = {"gitlab": "/api/v4", "gitea": "/api/v1"}
