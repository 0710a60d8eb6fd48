"""An answer that is to become a value of a record: refused now as the check would refuse it in the file."""

from typing import Any

from generator.model.record import Record
from generator.reading import placeholders, yaml_text
from generator.reading.record import unfilled_in, validate
from generator.reading.yaml_faults import YamlFault


def refusal(model: type[Record], path: yaml_text.Path, answer: str) -> str | None:
    """What the check says of ``answer`` at ``path`` of a record of ``model``; None where it is right."""
    try:
        text = yaml_text.decode(answer.encode("utf-8", "surrogatepass"))
    except YamlFault as fault:
        return fault.message
    data: Any = yaml_text.trimmed(text)
    for part in reversed(path):
        data = {part: data} if isinstance(part, str) else [data]
    _, findings = validate(data, model)
    if placeholders.may_hold(text):
        findings += unfilled_in(data, model, findings)
    found = next((finding for finding in findings if finding.path == path), None)
    return f"{found.message} {found.suggestion or ''}".rstrip() if found else None
