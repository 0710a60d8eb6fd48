/* Wiping the glass: for 30 seconds no touch does anything, and the screen says how long.
 *
 * Public name: congkhai.display.kiosk.cleaning(over, done): asks first, so that nobody locks it by a slip.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const LOCKED = 30;

  function lock(over, done) {
    const sentence = (left) => "Màn hình mở lại sau " + left + " giây.";
    const dialog = kiosk.dialog(over, { title: "Đang lau màn hình", text: sentence(LOCKED), buttons: [] });
    dialog.element.classList.add("dialog--locked");
    const swallow = (event) => {
      event.stopPropagation();
      event.preventDefault();
    };
    const swallowed = ["pointerdown", "touchstart", "click", "keydown"];
    swallowed.forEach((name) => root.addEventListener(name, swallow, { capture: true, passive: false }));
    let left = LOCKED;

    function tick() {
      left -= 1;
      dialog.words.textContent = sentence(left);
      if (left > 0) {
        display.later(tick, 1000);
        return;
      }
      swallowed.forEach((name) => root.removeEventListener(name, swallow, { capture: true }));
      dialog.close();
      done();
    }

    display.later(tick, 1000);
  }

  function cleaning(over, done) {
    const yes = kiosk.button("Khóa để lau", () => {
      asked.close();
      lock(over, done);
    }, { class: "way way--strong", icon: "clean" });
    const no = kiosk.button("Không lau nữa", () => asked.close(), { class: "way" });
    const asked = kiosk.dialog(over, {
      title: "Lau màn hình?",
      text: "Màn hình sẽ không nhận chạm trong " + LOCKED + " giây, rồi trở về trang đầu.",
      buttons: [no, yes],
    });
  }

  kiosk.cleaning = cleaning;
})(self);
