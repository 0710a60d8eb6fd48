"""Read the two files of words that editors keep for search; a mistake in them is a problem like any other."""

from pathlib import Path

from generator.problems import Problem, Severity
from generator.reading import yaml_text
from generator.reading.yaml_faults import YamlFault
from generator.search.editors import EditorWordsError, editor_words
from generator.search.entry import EditorWords

SYNONYMS = "content/synonyms.yml"
CITIZEN_WORDS = "content/citizen_words.yml"


def read_words(root: Path) -> tuple[EditorWords, list[Problem]]:
    """The editors' words of the board at ``root``; a board without the files searches without them."""
    problems: list[Problem] = []
    synonyms, citizens = (_load(root, file, problems) for file in (SYNONYMS, CITIZEN_WORDS))
    for file, pair in ((SYNONYMS, (synonyms, None)), (CITIZEN_WORDS, (None, citizens))):
        try:
            editor_words(*pair)
        except EditorWordsError as error:
            problems.append(Problem(file, 1, 1, "search-words", Severity.ERROR, str(error)))
            return EditorWords(), problems
    return editor_words(synonyms, citizens), problems


def _load(root: Path, file: str, problems: list[Problem]) -> yaml_text.Data:
    try:
        return yaml_text.parse(yaml_text.decode((root / file).read_bytes()))
    except FileNotFoundError:
        return None
    except OSError:
        problems.append(Problem(file, 1, 1, "search-words", Severity.ERROR, "Không mở được tệp từ ngữ này."))
    except YamlFault as fault:
        at = fault.line, fault.column
        problems.append(
            Problem(file, at[0], at[1], fault.code, Severity.ERROR, fault.message, fault.suggestion)
        )
    return None
