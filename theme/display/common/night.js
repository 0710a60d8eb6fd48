/* Once a night, and never while somebody is at it, a screen is loaded anew: memory that leaks anywhere is given back.
 *
 * Public name: congkhai.display.nightly(builtAt): load anew if it is time; screens ask every now and then.
 * A clock that cannot be right has no night: then it is done after thirty hours.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const HOUR = 3600 * 1000;
  const AT = 3;
  const EARLIEST = 20 * HOUR;
  const LATEST = 30 * HOUR;
  let reloading = false;

  display.nightly = function (builtAt) {
    const up = display.uptime();
    const hour = Math.floor(display.clock.local(display.now()).minutes / 60);
    const night = up >= EARLIEST && hour === AT && !display.clock.wrong(builtAt);
    if (reloading || display.busy() || !(night || up >= LATEST)) return;
    reloading = true;
    display.reload();
  };
})(self);
