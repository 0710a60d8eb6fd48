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
    }

    function start(event) {
      if (["Tab", "Shift", "Control", "Alt", "Meta"].indexOf(event.key) >= 0) return;
      if (event.key.length > 1 || event.key === " ") event.preventDefault(); // a letter goes on to begin a search
      answers.begin();
    }

    function turn(screen, event) {
      if (!screen || !screen.pager) return;
      event.preventDefault();
      screen.pager.turn(event.key === "PageDown" ? 1 : -1);
    }

    function letter(event) {
      if (answers.asking() || answers.waiting()) return;
      const screen = answers.screen();
      const typed = kiosk.typed(event);
      if (screen && screen.key && screen.key(event)) event.preventDefault();
      else if (typed && typed !== " " && !(screen && screen.key)) answers.type(typed);
    }

    document.addEventListener("keypress", letter);
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
