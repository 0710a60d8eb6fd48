"""The page of one procedure, made of its record and what it cites of the rest of the board."""

import json
from collections.abc import Mapping

from markupsafe import Markup

from generator import qr, urls
from generator.check.procedure_rules import missing_parts
from generator.citation import Citation
from generator.facts import grouped
from generator.model.procedure import Procedure
from generator.model.settings import BoardSettings
from generator.site.page import Page
from generator.site.templates import template

_CARRIED = Markup('<script src="{}assets/congkhai/carried.js" defer></script>')
"""Shows the papers that somebody ticked on a kiosk, where the address brings them."""


def procedure_page(procedure: Procedure, citation: Citation, settings: BoardSettings) -> Page:
    """Make the page: what it is, the four facts wanted first, then the official parts in their order."""
    path = urls.procedure(procedure.code)
    address = urls.absolute(settings.url, path)
    body = template("procedure").render(
        p=procedure,
        cite=citation,
        settings=settings,
        root=urls.root(path),
        address=address,
        fees=grouped(procedure.channels, "fee_text"),
        times=grouped(procedure.channels, "time_limit_text"),
        missing=missing_parts(procedure),
        portal_link=_portal_link(procedure, settings),
        qr=qr.svg(address, f"Mã QR mở trang này: {address}"),
    )
    return Page(
        path=path,
        section="thu-tuc",
        title=procedure.display_name,
        description=procedure.summary or procedure.name,
        body=Markup(body),
        head=_structured_data(procedure, address, settings) + _CARRIED.format(urls.root(path)),
    )


def _portal_link(procedure: Procedure, settings: BoardSettings) -> str | None:
    portal = settings.portal
    if not portal:
        return None
    form = portal.procedure
    if form and "{formality_id}" in form and not procedure.formality_id:
        return portal.home
    if not form:
        return portal.home
    return form.replace("{formality_id}", procedure.formality_id or "").replace("{ma}", procedure.code)


def _structured_data(procedure: Procedure, address: str, settings: BoardSettings) -> Markup:
    """schema.org GovernmentService as JSON-LD; ``<`` is escaped so that no text can end the element."""
    data: Mapping[str, object] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": procedure.name,
        "identifier": procedure.code,
        "url": address,
        "description": procedure.summary or procedure.name,
        "provider": {
            "@type": "GovernmentOrganization",
            "name": procedure.implementing_agency or procedure.competent_authority or settings.publisher,
        },
        "areaServed": [{"@type": "AdministrativeArea", "name": p.name} for p in settings.provinces],
        "inLanguage": "vi",
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))
