/* Touches and keys, wherever they fall: every one is a sign of a person, some of them mean something.
 *
 * Public name: congkhai.display.kiosk.hands(kiosk's answers): touched, waiting, asking, screen, begin, back, type
 * Escape goes back, Page Up and Page Down turn, a letter typed on any screen begins a search.  The ring around what
 * has the focus is shown to those who came by keys (:focus-visible is younger than our floor).
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});

  function hands(answers) {
    const page = document.documentElement;

    function key(event) {
      answers.touched(event);
      page.classList.add("by-keys");
      if (answers.asking()) return;
      const screen = answers.screen();
      if (answers.waiting()) start(event);
      else if (screen && screen.key && screen.key(event)) event.preventDefault();
      else if (event.key === "Escape") answers.back();
      else if (event.key === "PageDown" || event.key === "PageUp") turn(screen, event);
      else search(event);
    }

    function start(event) {
      if (["Tab", "Shift", "Control", "Alt", "Meta"].indexOf(event.key) >= 0) return;
      event.preventDefault();
      answers.begin();
      search(event);
    }

    function turn(screen, event) {
      if (!screen || !screen.pager) return;
      event.preventDefault();
      screen.pager.turn(event.key === "PageDown" ? 1 : -1);
    }

    function search(event) {
      const letter = kiosk.typed(event);
      if (letter.length === 1 && letter !== " ") answers.type(letter);
    }

    document.addEventListener("keydown", key);
    document.addEventListener("pointerdown", (event) => {
      page.classList.remove("by-keys");
      answers.touched(event);
    }, true);
    ["wheel", "touchmove"].forEach((name) => {
      document.addEventListener(name, answers.touched, { capture: true, passive: true });
    });
  }

  kiosk.hands = hands;
})(self);
