"""The jobs of a CI file as their platform would run them: which steps, on which conditions, in which shell.

Knows what our three files use and no more: whatever else stands in one raises, so that somebody looks.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

Facts = Mapping[str, str]
"""What the platform knows of an event: ``github.event_name`` or ``CI_COMMIT_BRANCH`` -> its value."""


@dataclass(frozen=True)
class Step:
    """A script and its shell; or ``uses``, an action of the platform's own with its inputs."""

    script: str = ""
    shell: tuple[str, ...] = ("bash", "-e")
    variables: Facts = field(default_factory=dict)
    uses: str = ""
    inputs: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Job:
    """Steps one after the other; ``kept`` are the files that must be there afterwards."""

    name: str
    steps: tuple[Step, ...]
    kept: tuple[str, ...] = ()
    cloned: bool = False
    """Whether the platform clones the board before the first step."""


def actions_jobs(text: str, facts: Facts) -> Iterator[Job]:
    """The jobs of GitHub, Forgejo or Gitea that run at the event, in their order."""
    jobs: dict[str, dict[str, Any]] = yaml.safe_load(text)["jobs"]
    done: set[str] = set()
    for name, job in jobs.items():
        assert set(_listed(job.get("needs"))) <= done, "jobs stand in the order in which they run"
        done.add(name)
        if _holds(job.get("if", ""), facts):
            shell = ("sh", "-e") if "container" in job else ("bash", "-e")
            steps = (_step(step, shell, facts) for step in job["steps"] if _holds(step.get("if", ""), facts))
            yield Job(name, tuple(steps))


def _step(step: dict[str, Any], shell: tuple[str, ...], facts: Facts) -> Step:
    assert step.keys() <= {"id", "name", "if", "env", "run", "uses", "with"}, step
    variables = {key: _filled(value, facts) for key, value in step.get("env", {}).items()}
    if "run" in step:
        return Step(step["run"], shell, variables)
    inputs = {key: str(value) for key, value in step.get("with", {}).items()}
    return Step(uses=step["uses"], inputs=inputs)


def _filled(value: str, facts: Facts) -> str:
    return re.sub(r"\$\{\{ *([\w.]+) *\}\}", lambda found: facts[found[1]], value)


def _holds(condition: str, facts: Facts) -> bool:
    """A condition of GitHub: comparisons that must all hold."""
    return all(_equal(part, facts) for part in condition.split("&&") if part.strip())


def _equal(comparison: str, facts: Facts) -> bool:
    one, other = (
        facts[name] if (name := side.strip())[0] not in "'\"" else name[1:-1]
        for side in comparison.replace("$", "").split("==")
    )
    return one == other


def gitlab_jobs(text: str, facts: Facts) -> Iterator[Job]:
    """The jobs of GitLab that run at the event, stage by stage."""
    data = yaml.safe_load(text)
    own = {name: job for name, job in data.items() if isinstance(job, dict) and "script" in job}
    assert data.keys() - own.keys() == {"stages", "default", "variables"}
    assert data["variables"] == {"GIT_DEPTH": "0"}
    before = data["default"]["before_script"]
    for name, job in sorted(own.items(), key=lambda item: data["stages"].index(item[1]["stage"])):
        assert job.keys() <= {"stage", "rules", "script", "artifacts"}, name
        if any(_equal(rule["if"], facts) for rule in job["rules"]):
            script = "\n".join([*before, *job["script"]])
            yield Job(
                name, (Step(script, ("sh", "-e")),), tuple(_kept(job.get("artifacts", {}))), cloned=True
            )


def _kept(artifacts: dict[str, Any]) -> Iterator[str]:
    yield from artifacts.get("paths", ())
    yield from artifacts.get("reports", {}).values()


def _listed(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []
