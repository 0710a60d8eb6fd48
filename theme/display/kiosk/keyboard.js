/* The kiosk's own keyboard: letters, digits, space, delete, clear.  Search folds marks, so no tone keys are needed.
 *
 * Public names: congkhai.display.kiosk.keyboard(press) -> element, .typed(event) -> key
 * `press` gets one lower-case letter or digit, " ", "Backspace" or "Clear".
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const ROWS = ["1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];

  function keyboard(press) {
    const key = (label, value, properties) =>
      kiosk.button(label, () => press(value), Object.assign({ class: "key" }, properties));
    const rows = ROWS.map((row) => row.split("").map((letter) => key(letter, letter.toLowerCase())));
    rows[3].push(key("Xóa", "Backspace", { class: "key key--erase", icon: "erase", "aria-label": "Xóa một chữ" }));
    rows.push([
      key("Xóa hết", "Clear", { class: "key key--clear" }),
      key("Dấu cách", " ", { class: "key key--space" }),
    ]);
    const board = kiosk.make(
      "div",
      { class: "keyboard", role: "group", "aria-label": "Bàn phím" },
      rows.map((keys) => kiosk.make("div", { class: "keyboard__row" }, keys))
    );
    // A touched key leaves the focus where it is: a real space bar would press that key again.
    board.addEventListener("mousedown", (event) => event.preventDefault());
    return board;
  }

  /** What a key of a real keyboard types, or "".  Letters come by keypress: so input methods send those with marks. */
  function typed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return "";
    if (event.type === "keypress") return event.charCode >= 32 ? String.fromCharCode(event.charCode) : "";
    return { Backspace: "Backspace", Delete: "Clear" }[event.key] || "";
  }

  kiosk.keyboard = keyboard;
  kiosk.typed = typed;
})(self);
