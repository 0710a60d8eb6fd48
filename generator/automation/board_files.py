"""The files that a board gets for git and for CI; they are kept in ``files/`` as they are written out."""

from collections.abc import Iterable
from pathlib import Path

from generator import __version__

PLATFORMS = {
    "github": ".github/workflows/congkhai.yml",
    "gitlab": ".gitlab-ci.yml",
    "forgejo": ".forgejo/workflows/congkhai.yml",
    "gitea": ".gitea/workflows/congkhai.yml",
}
"""Platform -> where it looks for its file."""

HOOK = ".githooks/pre-commit"
_SOURCES = {"gitea": "forgejo"}
_FILES = Path(__file__).parent / "files"
_IGNORED = (
    "# Do phần mềm làm ra, không lưu vào git.\n/site/\n/public/\n/.congkhai/*\n!/.congkhai/import/\n"
    "# Khóa riêng để ký màn hình: ai có nó thì thay được nội dung.\n*.pem\n"
)
_REQUIREMENTS = "# Bản phần mềm mà máy kiểm tra dùng. Không có trên kho gói thì ghi đường dẫn tới tệp .whl.\n"


def board_files(platforms: Iterable[str]) -> dict[str, str]:
    """Path in the board -> content: what every board gets, and one CI file for each platform."""
    made = {
        ".gitignore": _IGNORED,
        "requirements.txt": f"{_REQUIREMENTS}congkhai=={__version__}\n",
        HOOK: _content("pre-commit"),
    }
    return made | {
        PLATFORMS[platform]: _content(f"{_SOURCES.get(platform, platform)}.yml") for platform in platforms
    }


def _content(name: str) -> str:
    return (_FILES / name).read_text(encoding="utf-8")
