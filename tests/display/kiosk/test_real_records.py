"""405 real procedures in one kiosk: every one can be shown, and the longest names stay whole."""

from pathlib import Path

import pytest

from tests.display.kiosk.conftest import BUILT_AT, DAY, Opens
from tests.display.kiosk.folder import kiosk_release, write
from tests.display.kiosk.real import COMMUNE, RECEIVED, real_board

pytestmark = [pytest.mark.browser, pytest.mark.shared_data, pytest.mark.xdist_group("kiosk")]

SHOW_ALL = """async () => {
  const shown = selector => new Promise(done => {
    const look = () => document.querySelector(selector) ? done() : setTimeout(look, 0);
    look();
  });
  const all = selector => [...document.querySelectorAll(selector)];
  const back = () => document.querySelector(".bar .tool").click();
  const words = record => [
    record.name, record.code, record.conditions, ...record.steps.map(step => step[0]),
    ...[...record.fees, ...record.times].map(fact => fact[0]), ...record.laws.map(law => law[1]),
    ...record.dossier.cases.flatMap(item => item[1].map(paper => paper[0])),
  ].filter(Boolean);
  const faults = [], seen = [];
  for (let field = 0; field < all(".cards--field .card").length; field++) {
    all(".cards--field .card")[field].click();
    await shown(".rows");
    const codes = all(".rows > li").map(row => row.dataset.code);
    for (const code of codes) {
      document.querySelector(`[data-code="${code}"] .row`).click();
      await shown(".procedure");
      seen.push(code);
      const text = document.querySelector(".procedure").textContent;
      for (const wanted of words(JSON.parse(kioskFiles[`thu-tuc/${code}.json`]))) {
        if (!text.includes(wanted)) faults.push(code + ": " + wanted.slice(0, 60));
      }
      back();
      await shown(".rows");
    }
    back();
    await shown(".cards--field");
  }
  return [new Set(seen).size, faults];
}"""


@pytest.fixture(scope="module")
def real_kiosk(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    board = real_board(tmp_path_factory.mktemp("real") / "board", shared_data)
    return write(tmp_path_factory.mktemp("kiosk"), COMMUNE, kiosk_release(board, COMMUNE, DAY), BUILT_AT)


def test_every_real_procedure_is_shown_word_for_word(opens: Opens, real_kiosk: Path) -> None:
    hand = opens(page=real_kiosk)
    hand.begin()
    hand.page.set_default_timeout(120_000)
    count, faults = hand.ask(SHOW_ALL)
    assert count == RECEIVED
    assert faults == []


def test_the_longest_real_name_is_whole_in_its_list_on_the_smallest_screen(
    opens: Opens, real_kiosk: Path
) -> None:
    hand = opens((960, 540), real_kiosk)
    code, name = hand.ask("""() => {
      const rows = congkhai.searchData.entries;
      const longest = rows.reduce((a, b) => a[1].length >= b[1].length ? a : b);
      return [longest[0], longest[1]];
    }""")
    assert len(name) > 900
    hand.begin()
    hand.type(code.replace(".", ""))
    row = hand.page.locator(f"[data-code='{code}'] .row__name")
    assert row.inner_text() == name
    row.tap()
    hand.page.wait_for_selector(".procedure")
    assert hand.title == name
