"""To every screen of the kiosk, quickly: by clicks inside the page."""

from collections.abc import Callable
from typing import Final

from tests.display.kiosk.hand import Hand

CLICK = """([selector, text]) => {
  const found = [...document.querySelectorAll(selector)].find(node => node.textContent.includes(text));
  if (!found) throw new Error("nothing to click: " + selector + " " + text);
  found.click();
}"""

SIZES: Final = {
    "full HD": (1920, 1080),
    "portrait": (1080, 1920),
    "small": (1366, 768),
    "TV box": (960, 540),
}


class Walker:
    """``walker.to(name)`` shows one of ``SCREENS``."""

    def __init__(self, hand: Hand, *switches: str) -> None:
        self.hand = hand
        self.switches = switches

    def to(self, name: str) -> None:
        if not self.hand.attracting:
            self.click(".tool", "Kết thúc")
        if name == "attract":
            return
        self.click(".attract__touch")
        self.wait(".asking")
        for switch in self.switches:
            self.click(".tool", switch)
        SCREENS[name](self)

    def click(self, selector: str, text: str = "") -> None:
        self.hand.ask(CLICK, [selector, text])

    def wait(self, selector: str) -> None:
        self.hand.page.wait_for_selector(selector)

    def typed(self, text: str) -> None:
        self.click(".asking")
        self.wait(".keyboard")
        for letter in text:
            self.click(".key--space" if letter == " " else ".key", letter.upper() if letter != " " else "")

    def procedure(self, code: str) -> None:
        self.typed(code.replace(".", ""))
        self.click(f'[data-code="{code}"] .row')
        self.wait(".procedure")

    def fields(self) -> None:
        self.click(".way", "Tìm theo lĩnh vực")
        self.wait(".cards--field")

    def field(self) -> None:
        self.fields()
        self.click(".card", "Hoạt động xây dựng")
        self.wait(".rows")

    def event(self) -> None:
        self.click(".card", "Có con mới sinh")
        self.wait(".rows")

    def contact(self) -> None:
        self.click(".way", "Liên hệ")
        self.wait(".pairs")

    def papers(self) -> None:
        self.procedure("1.001193")
        self.click(".jump__to", "Giấy tờ")
        self.click(".tick")

    def folded(self) -> None:
        self.procedure("9.000004")
        self.click(".fold")
        self.click(".jump__to", "Giấy tờ")

    def last(self) -> None:
        self.procedure("1.001193")
        self.click(".jump__to", "Căn cứ")

    def take_home(self) -> None:
        self.papers()
        self.click(".jump__take")
        self.wait(".carry .qr")

    def still_here(self) -> None:
        self.hand.passes(62)
        self.wait(".dialog")

    def cleaning(self) -> None:
        self.click(".tool", "Lau màn hình")
        self.wait(".dialog")


SCREENS: Final[dict[str, Callable[[Walker], None]]] = {
    "attract": lambda walker: None,
    "start": lambda walker: None,
    "fields": Walker.fields,
    "field": Walker.field,
    "life event": Walker.event,
    "contact": Walker.contact,
    "search": lambda walker: walker.typed(""),
    "found": lambda walker: walker.typed("lam so do"),
    "nothing found": lambda walker: walker.typed("xqzwkv"),
    "procedure": lambda walker: walker.procedure("2.000815"),
    "procedure to come": lambda walker: walker.procedure("9.000002"),
    "procedure ending": lambda walker: walker.procedure("9.000003"),
    "papers": Walker.papers,
    "folded papers": Walker.folded,
    "laws and sources": Walker.last,
    "take home": Walker.take_home,
    "still here": Walker.still_here,
    "cleaning": Walker.cleaning,
}
