/* A part of the screen that may be longer than the screen: swiped, or turned by two large buttons.
 *
 * Public name: congkhai.display.kiosk.pager(label, children) -> {element, view, turn, to(element), top(value), fill(parts), look}
 * The buttons are there only where something is hidden, and say where one is: "2/5".
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const KEPT = 0.1; // of a page is seen again on the next, so that no line is lost

  function pager(label, children) {
    const make = kiosk.make;
    const view = make("div", { class: "pager__view", tabindex: 0, role: "region", "aria-label": label }, children);
    const up = kiosk.button("Lên", () => turn(-1), { class: "pager__turn", icon: "up", "aria-label": "Xem phần trên" });
    const down = kiosk.button("Xuống", () => turn(1), { class: "pager__turn", icon: "down", "aria-label": "Xem phần dưới" });
    const place = make("p", { class: "pager__place", "aria-hidden": "true" });
    const buttons = make("div", { class: "pager__buttons" }, [up, place, down]);
    const element = make("div", { class: "pager" }, [view, buttons]);
    let waiting = false;

    const step = () => Math.max(1, Math.floor(view.clientHeight * (1 - KEPT)));

    function turn(way) {
      view.scrollTop += way * step();
      look();
    }

    function look() {
      waiting = false;
      const hidden = view.scrollHeight - view.clientHeight;
      element.classList.toggle("pager--whole", hidden <= 2);
      const pages = 1 + Math.ceil(Math.max(0, hidden - 2) / step());
      const page = view.scrollTop >= hidden - 2 ? pages : 1 + Math.floor(view.scrollTop / step() + 0.05);
      place.textContent = page + "/" + pages;
      up.disabled = view.scrollTop <= 1;
      down.disabled = view.scrollTop >= hidden - 1;
    }

    function soon() {
      if (waiting) return;
      waiting = true;
      root.requestAnimationFrame(look);
    }

    view.addEventListener("scroll", soon);
    return {
      element: element,
      view: view,
      look: look,
      turn: turn,
      to(part) {
        view.scrollTop += part.getBoundingClientRect().top - view.getBoundingClientRect().top;
        look();
      },
      top(value) {
        if (value !== undefined) {
          view.scrollTop = value;
          look();
        }
        return view.scrollTop;
      },
      fill(parts) {
        view.textContent = "";
        parts.forEach((part) => part && view.appendChild(part));
        view.scrollTop = 0;
        look();
      },
    };
  }

  kiosk.pager = pager;
})(self);
