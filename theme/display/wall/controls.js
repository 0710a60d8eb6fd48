/* Pause, back and on, for screens that have a mouse, a remote control or a keyboard (WCAG 2.2.2).
 *
 * Public name: congkhai.display.wall.controls(element, show) where show() is the carousel of the moment, or null.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const wall = (display.wall = display.wall || {});
  const SEEN = 10000;

  wall.controls = function (element, show) {
    const make = wall.make;
    const previous = button("Trang trước", () => show().previous());
    const pause = button("Tạm dừng", toggle);
    const next = button("Trang sau", () => show().next());
    const bar = make("div", "wall__controls", [previous, pause, next]);
    let until = 0;
    bar.hidden = true;
    element.appendChild(bar);

    function button(text, act) {
      const made = make("button", "wall__button", text);
      made.type = "button";
      made.addEventListener("click", () => { if (show()) act(); name(); });
      return made;
    }

    function toggle() {
      if (show().paused()) show().resume();
      else show().pause();
    }

    function name() {
      pause.textContent = show() && show().paused() ? "Chạy tiếp" : "Tạm dừng";
    }

    function appear() {
      if (!show()) return;
      until = display.uptime() + SEEN;
      if (!bar.hidden) return;
      name();
      bar.hidden = false;
      display.later(vanish, SEEN);
    }

    /* While paused they stay: whoever stopped the slides must find how to start them. */
    function vanish() {
      const left = until - display.uptime();
      if (left > 0 || (show() && show().paused())) display.later(vanish, Math.max(left, 1000));
      else bar.hidden = true;
    }

    function key(event) {
      appear();
      if (!show() || event.target.tagName === "BUTTON" && event.key === " ") return;
      if (event.key === " ") toggle();
      else if (event.key === "ArrowRight") show().next();
      else if (event.key === "ArrowLeft") show().previous();
      name();
    }

    ["pointermove", "pointerdown", "touchstart"].forEach((kind) => document.addEventListener(kind, appear, { passive: true }));
    document.addEventListener("keydown", key);
    return { busy: () => !bar.hidden };
  };
})(self);
