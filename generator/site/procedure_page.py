"""The page of one procedure, made of its record and what it cites of the rest of the board."""

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec
from markupsafe import Markup

from generator import qr, urls
from generator.citation import Citation
from generator.model.procedure import Procedure
from generator.model.settings import BoardSettings, Portal
from generator.site.page import Page
from generator.site.procedure_view import View, view_of
from generator.site.templates import template

CitedRecord = tuple[Procedure, Citation]
"""A record and what it cites of the rest of the board."""

_ALTERNATE = Markup('<link rel="alternate" type="application/json" href="{}">')


class ProcedurePages:
    """Makes the pages of one board's procedures; what is the same on all of them is made once."""

    def __init__(self, settings: BoardSettings):
        self._settings = settings
        self._template = template("procedure")
        complaints = template("_complaints").render(complaints=settings.complaints)
        self._constant = {
            "complaints": Markup(complaints),
            "portal_name": settings.portal.name if settings.portal else None,
        }
        self._area = [{"@type": "AdministrativeArea", "name": p.name} for p in settings.provinces]

    def pages(self, cited: Sequence[CitedRecord]) -> list[Page]:
        """The pages of some procedures, in order.

        All codes are drawn, then all views worked out, then all templates filled: a processor that turns
        from one kind of work to another for every page loses a tenth of its time.
        """
        addresses = [urls.absolute(self._settings.url, urls.procedure(each.code)) for each, _ in cited]
        codes = [qr.svg(address, f"Mã QR mở trang này: {address}") for address in addresses]
        views = [view_of(*each) for each in cited]
        return [self._page(*each) for each in zip(cited, views, addresses, codes, strict=True)]

    def _page(self, cited: CitedRecord, view: View, address: str, code: Markup) -> Page:
        """What it is, the four facts wanted first, then the official parts in their order."""
        procedure, citation = cited
        path = urls.procedure(procedure.code)
        body = self._template.render(
            self._constant,
            p=procedure,
            v=view,
            cite=citation,
            lifecycle=citation.lifecycle.value,
            root=urls.root(path),
            field_path=urls.field(procedure.field),
            address=address,
            portal_link=_portal_link(procedure, self._settings.portal),
            qr=code,
        )
        return Page(
            path=path,
            section="thu-tuc",
            title=procedure.display_name,
            description=procedure.summary or procedure.name,
            body=Markup(body),
            head=self._structured_data(procedure, address) + self._links(procedure.code, urls.root(path)),
        )

    def _links(self, code: str, root: str) -> Markup:
        data = Markup("")
        if self._settings.open_data:
            data = _ALTERNATE.format(root + urls.procedure_data(code))
        return data + _carried(root)

    def _structured_data(self, procedure: Procedure, address: str) -> Markup:
        """schema.org GovernmentService as JSON-LD; ``<`` is escaped so that no text can end the element."""
        provider = procedure.implementing_agency or procedure.competent_authority or self._settings.publisher
        data: Mapping[str, object] = {
            "@context": "https://schema.org",
            "@type": "GovernmentService",
            "name": procedure.name,
            "identifier": procedure.code,
            "url": address,
            "description": procedure.summary or procedure.name,
            "provider": {"@type": "GovernmentOrganization", "name": provider},
            "areaServed": self._area,
            "inLanguage": "vi",
        }
        text = msgspec.json.encode(data).decode().replace("<", "\\u003c")
        return Markup(f'<script type="application/ld+json">{text}</script>')


@cache
def _carried(root: str) -> Markup:
    """Shows the papers that somebody ticked on a kiosk, where the address brings them."""
    return Markup('<script src="{}assets/congkhai/carried.js" defer></script>').format(root)


def _portal_link(procedure: Procedure, portal: Portal | None) -> str | None:
    if not portal:
        return None
    form = portal.procedure
    if form and "{formality_id}" in form and not procedure.formality_id:
        return portal.home
    if not form:
        return portal.home
    return form.replace("{formality_id}", procedure.formality_id or "").replace("{ma}", procedure.code)
