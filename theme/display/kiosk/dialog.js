/* One question over the whole screen; what lies beneath can neither be touched nor reached by keys.
 *
 * Public name: congkhai.display.kiosk.dialog(over, {title, text, buttons}) -> {element, words, close()}
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});

  function dialog(over, asked) {
    const make = kiosk.make;
    const words = make("p", { class: "dialog__text", id: "kiosk-dialog-text", text: asked.text });
    const heading = make("h2", { class: "dialog__title", id: "kiosk-dialog-title", tabindex: -1, text: asked.title });
    const box = make("div", { class: "dialog__box" }, [heading, words, make("div", { class: "dialog__buttons" }, asked.buttons)]);
    const element = make("div", {
      class: "dialog", role: "alertdialog", "aria-modal": "true",
      "aria-labelledby": heading.id, "aria-describedby": words.id,
    }, [box]);
    const before = document.activeElement;
    const beneath = Array.from(over.children);

    function keepInside(event) {
      if (!element.contains(event.target)) (asked.buttons[0] || heading).focus();
    }

    beneath.forEach((part) => part.setAttribute("aria-hidden", "true"));
    over.appendChild(element);
    document.addEventListener("focusin", keepInside);
    (asked.buttons[0] || heading).focus();
    return {
      element: element,
      words: words,
      close() {
        document.removeEventListener("focusin", keepInside);
        beneath.forEach((part) => part.removeAttribute("aria-hidden"));
        element.remove();
        if (before && before.focus && document.contains(before)) before.focus();
      },
    };
  }

  kiosk.dialog = dialog;
})(self);
