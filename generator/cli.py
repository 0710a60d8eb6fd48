"""The command ``congkhai``.  A command is imported only when called: ``check`` never waits for MkDocs."""

import errno
import importlib
import os
import sys
import threading
from io import TextIOWrapper
from typing import Any

import click

from generator import __version__
from generator.commands.words import name_values, speak_vietnamese
from generator.failures import Failure, reason
from generator.today import BadToday

COMMANDS = {
    "admin": "admin:admin",
    "audit": "audit:audit",
    "build": "build:build",
    "bundle": "bundle:bundle",
    "check": "check:check",
    "diff": "diff:diff",
    "export": "export:export",
    "fmt": "fmt:fmt",
    "headers": "headers:headers",
    "import": "import_:import_",
    "keygen": "keygen:keygen",
    "new": "new:new",
    "schema": "schema:schema",
    "preview": "preview:preview",
    "publish": "publish:publish",
    "rollback": "rollback:rollback",
    "search": "search:search",
    "serve": "serve:serve",
    "statistics": "statistics:statistics",
}
"""Command name -> module of ``generator.commands`` and the click command in it."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Why what was printed could not be written: where it is kept is full, or broken."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(importlib.import_module(f"generator.commands.{module}"), name)
        return name_values(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; where there is none, the nearest are named."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(
                error.command_name, possibilities=COMMANDS, ctx=ctx
            ) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what went wrong outside the program is a sentence, not a traceback."""
        try:
            return super().invoke(ctx)
        except Failure as failure:
            raise click.ClickException(str(failure)) from failure
        except BrokenPipeError:  # whoever read our output had enough
            raise
        except OSError as error:
            if not error.filename:
                raise
            where = f"Không đọc hoặc ghi được «{error.filename}»"
            raise click.ClickException(f"{where}: {reason(error.errno)}.") from error


speak_vietnamese()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__, "-V", "--version", message="congkhai %(version)s", help="Hiện số phiên bản rồi thoát."
)
def cli() -> None:
    """Làm bảng công khai thủ tục hành chính từ tệp YAML."""


name_values(cli)


def main() -> None:
    """Entry point; a wrong environment is a usage error, not a traceback."""
    for stream in (sys.stdout, sys.stderr):  # a pipe on Windows is not UTF-8 of its own accord
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        _run()
    except OSError as error:
        if error.errno not in _FULL:
            raise
        click.echo(f"Không in được kết quả ra: {reason(error.errno)}.", err=True)
        os._exit(1)  # what is left of the output cannot be written either


def _run() -> None:
    try:
        cli()
    except BadToday as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except SystemExit as ended:
        _leave(ended.code or 0)
        raise


def _leave(code: str | int) -> None:
    """End at once, unless a thread is at work: taking a catalogue apart takes as long as 100 pages."""
    if isinstance(code, int) and threading.active_count() == 1:
        for stream in filter(None, (sys.stdout, sys.stderr)):  # whoever started us may have closed one
            stream.flush()
        os._exit(code)
