"""Each CI file runs from its first line to its last, on a new board, with the wheel: here as on its platform.

What is played: the platform's own actions (clone, Python, upload) and GitHub's ``gh``.  Real: git over http,
pip, every line of every script, curl and what it sends.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.automation.board_files import PLATFORMS, board_files
from generator.cli import cli
from tests import scaffold
from tests.automation.forge import Forge, forge
from tests.automation.jobs import Facts, Job, Step, actions_jobs, gitlab_jobs
from tests.build.conftest import ROOT

FILES = board_files(PLATFORMS)
RECORD = "procedures/ho-tich/1.001193.yml"
REPOSITORY = "phu-thai/bang"
RUN = ("github", "gitlab", "forgejo")
SCHEMAS = {
    "github": ["--builtin-schema", "vendor.github-workflows"],
    "forgejo": ["--builtin-schema", "vendor.github-workflows"],
    "gitlab": ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
}
"""Forgejo reads the language of GitHub."""

ON_FORGEJO = pytest.mark.parametrize("platform", ["forgejo"], indirect=True, scope="module")
pytestmark = pytest.mark.xdist_group("automation")

GH = """#!/bin/sh
case "$*" in *--edit-last*) exit 1;; esac
while [ "$1" != --body-file ]; do shift; done
cp "$2" "$RUNNER_TEMP/comment"
"""
"""Knows no comment to edit, so the file must fall back to a new one."""


@dataclass(frozen=True)
class Machine:
    """What a runner has: programs on the path, a forge, folders of its own."""

    folder: Path
    tools: Path
    forge: Forge
    board: Path

    def facts(self, event: str) -> Facts:
        """What the platforms say of a pull request (``pull_request``), or of a push to the main branch."""
        head, base = (_git(self.board, "rev-parse", name) for name in ("HEAD", "main"))
        branch = _git(self.board, "rev-parse", "--abbrev-ref", "HEAD")
        asked = event == "pull_request"
        return {
            "github.event_name": event,
            "github.token": "bí-mật",
            "github.repository": REPOSITORY,
            "github.event.pull_request.head.repo.full_name": REPOSITORY,
            "github.event.pull_request.base.sha": base,
            "github.event.pull_request.number": "7",
            "vars.CONGKHAI_TO": str(self.folder / "web"),
            "GITHUB_SERVER_URL": self.forge.address,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_SHA": head,
            "GITHUB_REF_NAME": branch,
            "GITHUB_BASE_REF": "main" if asked else "",
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "RUNNER_TEMP": str(self.folder),
            "CI_PIPELINE_SOURCE": "merge_request_event" if asked else "push",
            "CI_COMMIT_BRANCH": "" if asked else "main",
            "CI_DEFAULT_BRANCH": "main",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": base if asked else "",
            "CI_MERGE_REQUEST_IID": "7",
            "CI_PROJECT_ID": "12",
            "CI_API_V4_URL": f"{self.forge.address}/api/v4",
            "CONGKHAI_TOKEN": "bí-mật",
            "CI": "true",
        }

    def run(self, job: Job, facts: Facts) -> str | None:
        """Do a job in a folder of its own; what it said, or None where it went wrong."""
        here = self.folder / f"job-{job.name}"
        here.mkdir()
        if job.cloned:
            self._clone(here, facts)
        said = ""
        for step in job.steps:
            if step.uses:
                self._use(step, here, facts)
                continue
            done = subprocess.run(
                [*step.shell, "-c", step.script],
                cwd=here,
                env=self._environment(facts) | dict(step.variables),
                capture_output=True,
                text=True,
            )
            said += done.stdout + done.stderr
            (self.folder / "said").write_text(said, encoding="utf-8")
            if done.returncode:
                return None
        assert [name for name in job.kept if not (here / name).exists()] == []
        return said

    def _environment(self, facts: Facts) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
        path = f"{self.tools}{os.pathsep}{os.environ['PATH']}"
        quiet = {"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "HOME": str(self.folder)}
        told = {name: value for name, value in facts.items() if "." not in name}
        return own | {"PATH": path, "CONGKHAI_TODAY": "2026-11-22"} | quiet | told

    def _clone(self, here: Path, facts: Facts) -> None:
        _git(here, "clone", "-q", f"{self.forge.address}/{REPOSITORY}", ".")
        _git(here, "checkout", "-q", facts["GITHUB_SHA"])

    def _use(self, step: Step, here: Path, facts: Facts) -> None:
        """The platform's own actions, as far as our file counts on them."""
        name = step.uses.partition("@")[0]
        if name == "actions/checkout":
            self._clone(here, facts)
        elif name == "actions/upload-pages-artifact":
            assert (here / step.inputs["path"] / "index.html").is_file()
        else:
            assert name in ("actions/setup-python", "actions/deploy-pages"), name


def _git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=x", "-c", "user.email=x@congkhai.example", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(folder), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new Python with pip, which finds here what the program needs: no network is asked."""
    folder = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    (library,) = folder.glob("lib/python*/site-packages")
    (library / "beside.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    gh = folder / "bin/gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    return folder / "bin"


@pytest.fixture(scope="module", params=RUN)
def platform(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", autouse=True)
def curl() -> None:
    """What sends the comment: a small system has none."""
    if shutil.which("curl") is None:
        message = "NO CURL: nothing was sent to a forge. Install 'curl'."
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)


@pytest.fixture(scope="module")
def new(platform: str, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new board in git: one commune, one procedure, and the wheel in the place that its file names."""
    board = tmp_path_factory.mktemp("new") / "board"
    for arguments in (
        ("board", str(board), "--ci", platform, "--ten", "Bảng xã Phú Thái", *scaffold.BOARD),
        ("commune", "10750", "--source", str(board), "--ten", "Xã Phú Thái"),
        ("procedure", "1.001193", "--source", str(board), "--ten", "Đăng ký khai sinh"),
    ):
        assert CliRunner().invoke(cli, ["new", *arguments]).exit_code == 0
    (board / "requirements.txt").write_text(f"{wheel}\n", encoding="utf-8")
    _git(board, "init", "-q", "-b", "main")
    _git(board, "add", ".")
    _git(board, "commit", "-qm", "Bảng mới")
    return board


@pytest.fixture
def machine(new: Path, tools: Path, tmp_path: Path) -> Iterator[Machine]:
    """A runner, and a forge that has the board."""
    bare = tmp_path / "git" / REPOSITORY
    _git(tmp_path, "clone", "-q", "--bare", str(new), str(bare))
    _git(tmp_path, "clone", "-q", str(bare), "board")
    with forge(tmp_path / "git") as running:
        yield Machine(tmp_path, tools, running, tmp_path / "board")


def _change(machine: Machine, old: str, new: str) -> None:
    """An edit on a branch of its own."""
    file = machine.board / RECORD
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    _git(machine.board, "checkout", "-qb", "sua")
    _git(machine.board, "commit", "-qam", "Sửa")
    _git(machine.board, "push", "-q", "origin", "sua")


def _jobs(platform: str, machine: Machine, facts: Facts) -> list[Job]:
    text = (machine.board / PLATFORMS[platform]).read_text(encoding="utf-8")
    return list((gitlab_jobs if platform == "gitlab" else actions_jobs)(text, facts))


def _said(machine: Machine) -> str:
    return (machine.folder / "said").read_text(encoding="utf-8")


def test_a_proposed_change_is_checked_and_told(platform: str, machine: Machine) -> None:
    _change(machine, "ten: Đăng ký khai sinh", "ten: Khai sinh")
    facts = machine.facts("pull_request")
    jobs = _jobs(platform, machine, facts)
    assert [job.name for job in jobs] == (["kiem-tra", "thay-doi"] if platform == "gitlab" else ["kiem-tra"])
    for job in jobs:
        assert machine.run(job, facts) is not None, _said(machine)
    told = "Tên thủ tục: từ «Đăng ký khai sinh» thành «Khai sinh»."
    if platform == "github":
        assert told in (machine.folder / "summary").read_text(encoding="utf-8")
        assert told in (machine.folder / "comment").read_text(encoding="utf-8")
        return
    ((path, token, comment),) = machine.forge.comments
    assert told in comment
    assert token.endswith("bí-mật".encode().decode("latin-1"))
    wanted = {"gitlab": "/api/v4/projects/12/merge_requests/7/notes"}
    assert path == wanted.get(platform, f"/api/v1/repos/{REPOSITORY}/issues/7/comments")


def test_what_is_merged_is_published(platform: str, machine: Machine) -> None:
    facts = machine.facts("push")
    jobs = _jobs(platform, machine, facts)
    assert [job.name for job in jobs] == ["kiem-tra", "pages" if platform == "gitlab" else "cong-khai"]
    for job in jobs:
        assert machine.run(job, facts) is not None, _said(machine)
    assert (machine.tools / "congkhai").is_file(), "the file put it there, from the wheel"
    page = "thu-tuc/1.001193/index.html"
    place = {"github": "job-cong-khai/site", "gitlab": "job-pages/public"}.get(platform, "web/current")
    assert "Đăng ký khai sinh" in (machine.folder / place / page).read_text(encoding="utf-8")
    if platform == "gitlab":
        report = machine.folder / "job-kiem-tra/gl-code-quality-report.json"
        assert isinstance(json.loads(report.read_bytes()), list)


def test_an_error_stops_the_work_and_is_said(platform: str, machine: Machine) -> None:
    _change(machine, "ten: Đăng ký khai sinh", "ten: Đăng ký: khai sinh")
    facts = machine.facts("pull_request")
    checking = _jobs(platform, machine, facts)[0]
    assert machine.run(checking, facts) is None
    assert (
        f"file={RECORD},line=" in _said(machine) if platform == "github" else f"{RECORD}:" in _said(machine)
    )
    assert "Traceback" not in _said(machine)


@ON_FORGEJO
def test_without_a_place_to_publish_to_the_site_is_built_and_looked_at(
    platform: str, machine: Machine
) -> None:
    facts = {**machine.facts("push"), "vars.CONGKHAI_TO": ""}
    publishing = _jobs(platform, machine, facts)[1]
    assert machine.run(publishing, facts) is not None, _said(machine)
    assert (machine.folder / "job-cong-khai/site/index.html").is_file()
    assert not (machine.folder / "web").exists()


@ON_FORGEJO
def test_a_forge_that_takes_no_comment_stops_nobody(platform: str, machine: Machine) -> None:
    _change(machine, "ten: Đăng ký khai sinh", "ten: Khai sinh")
    facts = machine.facts("pull_request")
    (job,) = _jobs(platform, machine, facts)
    steps = tuple(
        replace(step, script=step.script.replace("/api/v1/", "/nowhere/")) if step.script else step
        for step in job.steps
    )
    assert "Không ghi được lời bình" in (machine.run(replace(job, steps=steps), facts) or "")


def test_gitea_reads_the_very_file_that_forgejo_reads() -> None:
    assert FILES[PLATFORMS["gitea"]] == FILES[PLATFORMS["forgejo"]]


@pytest.mark.parametrize("name", RUN)
def test_the_schema_of_the_platform_accepts_the_file(name: str, tmp_path: Path) -> None:
    text = FILES[PLATFORMS[name]]
    (tmp_path / "good.yml").write_text(text, encoding="utf-8")
    (tmp_path / "bad.yml").write_text(
        text.replace("kiem-tra:\n", "kiem-tra:\n    scripts: 1\n"), encoding="utf-8"
    )
    for file, code in (("good.yml", 0), ("bad.yml", 1)):
        command = [sys.executable, "-m", "check_jsonschema", *SCHEMAS[name], str(tmp_path / file)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == code, done.stdout + done.stderr
