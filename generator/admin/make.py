"""The folder of the forms: a page, its configuration and the program, all of them files beside each other."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from generator import disk, place, resources
from generator.admin.config import configuration
from generator.model.settings import BoardSettings, CatalogueField

_CONFIG = "config.yml"

CALLS: Mapping[str, tuple[str, ...]] = {
    "github": ("https://api.github.com", "https://github.com", "https://avatars.githubusercontent.com"),
    "gitlab": ("https://gitlab.com",),
    "gitea": (),
}
"""Git host -> where its own service lies; nothing else is ever called."""


def write_admin(
    output: Path,
    program: Mapping[str, bytes],
    settings: BoardSettings,
    fields: Sequence[CatalogueField],
    backend: Mapping[str, str],
) -> list[str]:
    """Write the folder anew, file by file, and name its files.  ``program``: see ``program.fetched``."""
    place.claim(output, _CONFIG)
    config = configuration(fields, backend, settings.url, settings.name)
    own = {
        "index.html": page(settings.name, hosts(backend)).encode(),
        # JSON is YAML: nothing in a name can be read as something else
        _CONFIG: (json.dumps(config, ensure_ascii=False) + "\n").encode(),
    }
    files = {**program, **own}
    for name, content in sorted(files.items()):
        path = output / name
        disk.make_folder(path.parent)
        disk.replace(path, content)
    return sorted(files)


def hosts(backend: Mapping[str, str]) -> tuple[str, ...]:
    """Whom the forms may call: the host of the repository, and whoever signs people in there."""
    own = backend.get("base_url"), backend.get("api_root")
    given = tuple("/".join(address.split("/")[:3]) for address in own if address)
    return tuple(dict.fromkeys((*given, *CALLS[backend["name"]])))


def page(title: str, calls: Sequence[str]) -> str:
    """The one page.  Its policy is its own: the program sets styles, which no other page of a board may."""
    called = " ".join(calls)
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            f"img-src 'self' data: blob: {called}".rstrip(),
            f"connect-src 'self' data: blob: {called}".rstrip(),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    template = (resources.theme() / "admin/index.html").read_text(encoding="utf-8")
    return template.replace("__POLICY__", escape(policy)).replace("__TITLE__", escape(title))
