"""A hand at the kiosk: it touches what it sees, and hears what the browser says beside."""

from typing import Any

from playwright.sync_api import Locator, Page, Request

CLOCK = """(() => {
  let ahead = 0;
  const start = Date.UTC(2026, 10, 22, 3, 30);
  const waiting = [];
  const now = () => start + ahead + Math.floor(performance.now());
  const display = { now: now, later: (task, wait) => waiting.push({ task: task, at: now() + wait }) };
  const turn = () => {
    for (;;) {
      waiting.sort((a, b) => a.at - b.at);
      if (!waiting.length || waiting[0].at > now()) return;
      waiting.shift().task();
    }
  };
  setInterval(turn, 20);
  // Time passes in small steps, as it does for those who wait.
  self.pass = milliseconds => {
    for (let gone = 0; gone < milliseconds; gone += 250) { ahead += 250; turn(); }
  };
  self.congkhai = { display: display };
})();"""
"""``pass(ms)`` moves the clock of the screens; Chromium's own goes on as ever."""


class Hand:
    """Touches; ``said`` are messages of the console and errors, ``asked_elsewhere`` other requests."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked_elsewhere: list[str] = []
        page.set_default_timeout(5000)
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", self._requested)

    def _requested(self, request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            self.asked_elsewhere.append(request.url)

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.page.wait_for_selector("html[data-ready]", state="attached")

    def begin(self) -> None:
        self.page.tap(".attract__touch")
        self.page.wait_for_selector(".asking")

    def tap(self, label: str) -> None:
        """Touch the button whose whole label it is."""
        self.button(label).tap()

    def button(self, label: str) -> Locator:
        return self.page.get_by_role("button", name=label, exact=True)

    def tap_card(self, name: str) -> None:
        self.page.locator(".card", has_text=name).first.tap()

    def tap_row(self, code: str) -> None:
        self.page.tap(f'[data-code="{code}"] .row')

    def key(self, label: str) -> None:
        self.page.locator(".keyboard").get_by_role("button", name=label, exact=True).tap()

    def type(self, text: str) -> None:
        """On the kiosk's own keyboard."""
        if not self.page.locator(".keyboard").count():
            self.page.tap(".asking")
            self.page.wait_for_selector(".keyboard")
        for letter in text:
            self.key("Dấu cách" if letter == " " else letter.upper())

    def procedure(self, code: str) -> None:
        self.type(code.replace(".", ""))
        self.tap_row(code)
        self.page.wait_for_selector(".procedure")

    def jump(self, label: str) -> None:
        self.page.locator(".jump").get_by_role("button", name=label, exact=True).tap()

    def passes(self, seconds: float) -> None:
        self.page.evaluate("milliseconds => pass(milliseconds)", seconds * 1000)

    @property
    def title(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def results(self) -> list[str]:
        """Codes of the rows on the screen, in their order."""
        found: list[str] = self.page.eval_on_selector_all(
            ".rows > li", "all => all.map(li => li.dataset.code)"
        )
        return found

    @property
    def attracting(self) -> bool:
        return self.page.locator(".attract").count() == 1

    @property
    def busy(self) -> bool:
        return bool(self.page.evaluate("congkhai.display.busy()"))

    def ask(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)
