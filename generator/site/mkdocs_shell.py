"""The only module that knows MkDocs: prose pages and shell pages in, finished HTML and assets out.

The same plugin serves ``mkdocs build`` and ``mkdocs serve`` (it loads the board, renders the shells among
the prose pages, and stamps the catalogue when MkDocs is done) and ``congkhai build`` (which only wants
the frame, and keeps it as long as nothing that it is made of changes).
"""

import logging
import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice to developers, not to clerks

import mkdocs
from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from generator import resources
from generator.model.settings import BoardSettings
from generator.reading.record import read_record
from generator.report import as_text
from generator.site.compiled import compiled
from generator.site.shell import DEEP_SECTIONS, SECTIONS, Frame, Shell, digest, slot
from generator.today import today

_NAME = "congkhai"
"""What MkDocs knows the plugin by."""

_TITLES = {
    "thu-tuc": "Thủ tục",
    "linh-vuc": "Lĩnh vực",
    "su-kien": "Sự kiện",
    "xa": "Xã, phường",
    "thong-ke": "Thống kê",
    "thay-doi": "Thay đổi",
    "tim-kiem": "Tìm kiếm",
    "kien-nghi": "Kiến nghị",
    "kiem-tra": "Kiểm tra",
    "du-lieu": "Dữ liệu mở",
}
_SCROLL = '<div class="table-scroll" role="group" aria-label="Bảng" tabindex="0">'


class _Options(Config):  # type: ignore[no-untyped-call]
    frame_only = Type(bool, default=False)


class _WithoutIcons(FileSystemLoader):
    """Lists a theme without Material's 14,000 drawings: MkDocs would look at each and leave it out."""

    def list_templates(self) -> list[str]:
        found = []
        for folder in map(Path, self.searchpath):
            for place, folders, names in os.walk(folder):
                folders[:] = [name for name in folders if name != ".icons"]
                found += [Path(place, name).relative_to(folder).as_posix() for name in names]
        return sorted(set(found))


def _environment(of_theme: Callable[[], Environment]) -> Environment:
    env = of_theme()
    if isinstance(env.loader, FileSystemLoader):
        env.loader = _WithoutIcons(env.loader.searchpath)
    env.bytecode_cache = compiled("frame", lambda: f"{mkdocs.__version__} {sorted(env.extensions)}")
    return env


class _ShellPage(MkDocsPage):
    """A page whose body the stamper writes: there is no Markdown in it to be read."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the body open."""
        self.content = slot("body")
        self.toc = TableOfContents([])


class CongkhaiPlugin(BasePlugin[_Options]):  # type: ignore[no-untyped-call]
    """Adds the board to a MkDocs site."""

    def __init__(self) -> None:
        self.settings: BoardSettings | None = None
        self.shells: dict[str, Shell] = {}
        self.prose: dict[str, str] = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the site's name and address from the board; put our theme in front of Material's."""
        self.shells.clear()
        self.prose.clear()
        self.settings = _settings(Path(config.config_file_path).parent)
        config.site_name = self.settings.name
        config.site_url = self.settings.url.rstrip("/") + "/"
        config.theme.dirs.insert(0, str(resources.theme() / "shell"))
        config.theme.get_env = partial(_environment, config.theme.get_env)  # type: ignore[method-assign]
        config.extra["board"] = self.settings
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add one shell page for each section and depth; drop Material's scripts, which no page loads."""
        for section in SECTIONS:
            files.append(File.generated(config, f"{section}/index.md", content=_shell_source(section)))
            if section in DEEP_SECTIONS:
                files.append(File.generated(config, f"{section}/_khung.md", content=_shell_source(section)))
        for file in list(files):
            if file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map"):
                files.remove(file)
            elif file.src_uri.startswith("assets/stylesheets/main."):
                config.extra["base_stylesheet"] = file.url  # its name carries the hash of Material's version
        return files

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        """Make a page of ours what it is: setting up a Markdown parser for each takes a millisecond."""
        if page.file.generated_by == _NAME:
            page.__class__ = _ShellPage
        return page

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Let a wide table of prose scroll, for fingers and for keys."""
        return html.replace("<table>", _SCROLL + "<table>").replace("</table>", "</table></div>")

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Keep shells for stamping; MkDocs writes no file for an empty page."""
        if isinstance(page, _ShellPage):
            self.shells[page.url] = Shell.split(output, config.site_url or "")
            return ""
        self.prose[page.file.dest_uri] = output
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """In ``mkdocs build`` and ``mkdocs serve``: stamp the catalogue into the finished site."""
        if self.config.frame_only:
            return
        from generator.site.build import build_into_mkdocs  # it imports this module in turn

        root, site = Path(config.config_file_path).parent, Path(config.site_dir)
        problem = build_into_mkdocs(root, site, self.frame(site), today())
        if problem:
            raise PluginError(problem)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Rebuild when an editor saves YAML or the theme changes."""
        root = Path(config.config_file_path).parent
        for folder in (root / "content", root / "procedures", resources.theme()):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def frame(self, site: Path) -> Frame:
        """What the finished build in ``site`` gives to the stamper."""
        assets = {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in sorted(site.rglob("*"))
            if path.is_file() and path.relative_to(site).as_posix() not in self.prose
        }
        for name in ("sitemap.xml", "sitemap.xml.gz"):  # the stamper knows all pages, MkDocs only its own
            assets.pop(name, None)
        whole = [f"{path}\0{shell!r}".encode() for path, shell in sorted(self.shells.items())]
        return Frame(dict(self.shells), dict(self.prose), assets, digest(*whole))


def render_frame(root: Path) -> Frame:
    """Run MkDocs over the board at ``root`` and keep only its frame."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="congkhai-") as folder:
        config = load_config(str(root / "mkdocs.yml"), site_dir=folder)
        plugin = config.plugins[_NAME]
        if not isinstance(plugin, CongkhaiPlugin):
            raise PluginError("mkdocs.yml: plugins không có «congkhai».")
        plugin.config.frame_only = True
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
        return plugin.frame(Path(folder))


def _settings(root: Path) -> BoardSettings:
    reading = read_record(root / "content/board.yml", "content/board.yml", BoardSettings)
    if reading.record is None:
        raise PluginError(as_text(reading.problems))
    return reading.record


def _shell_source(section: str) -> str:
    return f"---\ntitle: '{_TITLES[section]}'\nshell: {section}\n---\n"
