/* No way out: what a browser would do beside the kiosk's own buttons is stopped.
 *
 * Public name: congkhai.display.kiosk.guard()
 * Menus, selection, dragging and dropping, pinch and wheel zoom, printing, saving, developer tools, links and windows.
 * What only the operating system can stop (closing the window) is the start script's part.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const NEVER = [
    "contextmenu", "selectstart", "dragstart", "dragover", "drop", "auxclick", "copy", "cut", "paste",
    "gesturestart", "gesturechange", "submit",
  ];
  const KEYS = /^(F\d+|ContextMenu|BrowserBack|BrowserForward|BrowserHome|BrowserSearch|GoBack|GoHome)$/;

  const stop = (event) => event.preventDefault();

  function guard() {
    const late = { capture: true, passive: false };
    NEVER.forEach((name) => document.addEventListener(name, stop, late));
    document.addEventListener("wheel", (event) => event.ctrlKey && stop(event), late);
    ["touchstart", "touchmove"].forEach((name) => {
      document.addEventListener(name, (event) => event.touches.length > 1 && stop(event), late);
    });
    document.addEventListener("click", (event) => {
      if (event.target.closest && event.target.closest("a, area")) stop(event);
    }, late);
    document.addEventListener("keydown", (event) => {
      const command = event.ctrlKey || event.metaKey || event.altKey;
      if (command || KEYS.test(event.key)) stop(event);
    }, late);
    root.open = () => null;
    root.print = () => {};
  }

  kiosk.guard = guard;
})(self);
