"""``congkhai search``: ask the board as a citizen would, with the ranking of the site and the kiosk."""

import json
from pathlib import Path
from typing import Any

import click

from generator.commands.options import source_option
from generator.excerpt import excerpts
from generator.loading import load
from generator.problems import Severity
from generator.report import as_text as problems_as_text
from generator.search.engine import SearchEngine
from generator.search.of_board import search_entries, search_places
from generator.today import today


@click.command()
@click.argument("query", metavar="CÂU_HỎI")
@source_option
@click.option(
    "--limit", type=click.IntRange(1, 200), default=10, show_default=True, help="Số kết quả nhiều nhất."
)
@click.option("--json", "as_json", is_flag=True, help="In kết quả đầy đủ dạng JSON.")
def search(query: str, source: Path, limit: int, as_json: bool) -> None:
    """Tìm thủ tục bằng lời của người dân; thứ tự kết quả giống hệt trên trang và trên kiosk."""
    loaded = load(source, today())
    if loaded.board is None:
        errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
        click.echo(problems_as_text(errors, excerpts(source)), nl=False, err=True)
        raise click.ClickException("Bảng còn lỗi nên chưa tìm được.")
    board = loaded.board
    engine = SearchEngine.of(search_entries(board), board.words, search_places(board))
    details = engine.details(query, limit=limit)
    click.echo(json.dumps(details, ensure_ascii=False, indent=2) if as_json else as_text(details))


def as_text(details: dict[str, Any]) -> str:
    """The answer for a terminal: how the query was understood, then one procedure per paragraph."""
    lines = []
    if details["readAs"]:
        lines.append(f"Đang tìm: {details['readAs']}")
    lines += [_place(place) for place in details["places"]]
    lines += [f"{page['path']}  {page['title']}" for page in details["pages"]]
    for result in details["results"]:
        lines.append(f"{result['code']}  {result['shortName'] or result['name']}")
        lines.append(f"          {result['why']['text']}")
    if details["vague"]:
        lines.append("Câu hỏi chưa nói thủ tục nào. Hãy gõ thêm tên việc, ví dụ: khai sinh bao nhiêu tiền.")
    elif not any(details[part] for part in ("results", "places", "pages")):
        lines.append("Không tìm thấy thủ tục nào. Hãy thử ít chữ hơn, hoặc gọi tên việc cần làm.")
        near = [f"{one['code']}  {one['text']}" for one in details["suggestions"]]
        lines += ["Gần giống:", *near] if near else []
    return "\n".join(lines)


def _place(place: dict[str, str]) -> str:
    former = f" (tên cũ: {place['former']})" if place["former"] else ""
    return f"{place['code']}    {place['name']}{former}"
