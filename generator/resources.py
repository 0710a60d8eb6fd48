"""Where the theme lies: inside the installed package, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def theme() -> Path:
    """The folder with the shell's overrides, the page templates and the scripts."""
    packaged = _PACKAGE / "theme"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "theme"


def pages() -> Path:
    """The prose pages that a new board begins with: those of the sample board."""
    packaged = _PACKAGE / "pages"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "content/pages"


def search_words(name: str) -> Path:
    """A file of citizens' words that a new board begins with: ``synonyms.yml`` or ``citizen_words.yml``."""
    packaged = _PACKAGE / name
    return packaged if packaged.is_file() else _PACKAGE.parent / "content" / name


def guide() -> Path:
    """The editors' guide, whose tables say what each key is for."""
    packaged = _PACKAGE / "huong-dan-bien-tap.md"
    return packaged if packaged.is_file() else _PACKAGE.parent / "docs/huong-dan-bien-tap.md"
