"""What each server's file says is the policy: to each page its headers, whole."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli
from generator.headers.policy import framed, headers, unframed
from generator.headers.servers import SERVERS, configuration
from tests.build.conftest import ROOT

SITE = "https://congkhai.example/bang/"


def _nginx(text: str) -> tuple[dict[str, str], dict[str, str]]:
    outside, _, inside = text.partition("location ^~ /bang/nhung/ {")
    found = r'add_header (\S+) "([^"]*)" always;'
    return dict(re.findall(found, outside)), dict(re.findall(found, inside.partition("}")[0]))


def _apache(text: str) -> tuple[dict[str, str], dict[str, str]]:
    outside, _, inside = text.partition('<If "%{REQUEST_URI} =~ m#^/bang/nhung/#">')
    found = r'Header always set (\S+) "([^"]*)"'
    both = dict(re.findall(found, outside))
    unset = set(re.findall(r"Header always unset (\S+)", inside))
    embedded = both | dict(re.findall(found, inside))
    return both, {name: value for name, value in embedded.items() if name not in unset}


def _caddy(text: str) -> tuple[dict[str, str], dict[str, str]]:
    def block(matcher: str) -> dict[str, str]:
        return dict(
            re.findall(r'^ {4}(\S+) "([^"]*)"', text.split(f"header {matcher} {{")[1].split("}")[0], re.M)
        )

    assert "@congkhai_page not path /bang/nhung/*\n" in text
    assert "@congkhai_embedded path /bang/nhung/*\n" in text
    return block("@congkhai_page"), block("@congkhai_embedded")


READERS: dict[str, Callable[[str], tuple[dict[str, str], dict[str, str]]]] = {
    "nginx": _nginx,
    "apache": _apache,
    "caddy": _caddy,
}


@pytest.mark.parametrize("server", SERVERS)
def test_a_server_gets_the_whole_policy_and_the_exception(server: str) -> None:
    assert READERS[server](configuration(server, SITE)) == (unframed(), framed())


def test_the_policy_allows_nothing_unsafe_and_no_other_host() -> None:
    for rules in (framed(), unframed()):
        policy = rules["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert not re.search(r"https?:|//|\*(?!$)", policy)
        assert "default-src 'none'" in policy
        assert "script-src 'self';" in policy


def test_only_the_embedded_pages_may_be_framed() -> None:
    for path in ("", "xa/10750/", "thu-tuc/nhung/", "nhungx/"):
        assert headers(path)["Content-Security-Policy"].endswith("frame-ancestors 'none'"), path
        assert headers(path)["X-Frame-Options"] == "DENY"
    assert headers("nhung/xa/10750/")["Content-Security-Policy"].endswith("frame-ancestors *")
    assert "X-Frame-Options" not in headers("nhung/xa/10750/")


def test_values_need_no_quoting_in_any_configuration() -> None:
    for name, value in (*framed().items(), *unframed().items()):
        assert re.fullmatch(r"[A-Za-z-]+", name)
        assert not re.search(r"[\"\\${}\n]", value)


@pytest.mark.parametrize("server", SERVERS)
def test_the_command_prints_it_for_the_address_of_the_board(server: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["headers", "--server", server, "--source", str(ROOT)])
    assert done.exit_code == 0
    assert done.output == configuration(server, "https://congkhai.example/")
