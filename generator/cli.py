"""The command ``congkhai``.  A command is imported only when called: ``check`` never waits for MkDocs."""

import importlib
import sys

import click

from generator import __version__
from generator.today import BadToday

COMMANDS = {
    "build": "build",
    "check": "check",
    "new": "new",
    "serve": "serve",
}
"""Command name -> module of ``generator.commands`` that holds it (under the same name, ``-`` as ``_``)."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"generator.commands.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="congkhai")
def cli() -> None:
    """Làm bảng công khai thủ tục hành chính từ tệp YAML."""


def main() -> None:
    """Entry point; a wrong environment is a usage error, not a traceback."""
    try:
        cli()
    except BadToday as error:
        click.echo(str(error), err=True)
        sys.exit(2)
