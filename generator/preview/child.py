"""One build in a process of its own: ``python -m generator.preview.child ROOT OUTPUT KEEP``.

It answers in two lines of JSON: what became of the site, and then all problems with advice on wording, which
takes longer and is not waited for.  A process for each build, so that a changed theme is read afresh, nothing
that a build runs into can stop the preview, and workers never fork under the server's threads.
"""

import json
import sys
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from generator.excerpt import excerpts
from generator.failures import Failure
from generator.lint.linter import check_board
from generator.problems import Problem
from generator.site.build import build
from generator.today import today


def built(root: Path, output: Path, keep: Path) -> dict[str, Any]:
    """Build, and say what came of it; ``failure`` is a sentence about what no problem of a file explains."""
    try:
        made = build(root, output, today(), keep=keep)
    except Failure as failure:
        return {"failure": str(failure), "site": False}
    except (Exception, SystemExit) as error:  # MkDocs on a broken mkdocs.yml, an editor of templates
        said = " ".join(str(error).split())[:500] or type(error).__name__
        hint = "Xem lại mkdocs.yml, các trang văn và giao diện."
        return {"failure": f"Không dựng được trang: {said} {hint}", "site": False}
    changed = made.written + made.removed
    problems = plain(root, made.problems)
    return {"site": made.pages is not None, "changed": changed, "problems": problems}


def plain(root: Path, problems: tuple[Problem, ...] | list[Problem]) -> list[dict[str, Any]]:
    """Problems for the panel, each with its line and its caret."""
    excerpt = excerpts(root)
    return [{**asdict(problem), "excerpt": excerpt(problem)} for problem in problems]


def main() -> None:
    """Build, answer; then look at the wording, answer."""
    root, output, keep = map(Path, sys.argv[1:])
    print(json.dumps(built(root, output, keep)), flush=True)
    print(json.dumps({"problems": plain(root, check_board(root, today()))}), flush=True)


if __name__ == "__main__":
    main()
