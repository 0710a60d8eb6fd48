/* Nobody there: after 60 seconds without a touch a countdown of 20 asks, and then everything is cleared.
 *
 * Public name: congkhai.display.kiosk.idle({warn(seconds), calm(), leave()}) -> {start, stop, touched, active}
 * WCAG 2.2.1 asks for 20 seconds and one simple action; here any touch or key says "still here".
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const QUIET = 60 * 1000;
  const COUNTDOWN = 20 * 1000;
  const TICK = 500;

  function idle(tell) {
    let last = 0;
    let warned = false;
    let turn = 0; // timers of an earlier turn find that it is over
    let active = false;

    function look(mine) {
      if (!active || mine !== turn) return;
      // A clock that was set back or far ahead while somebody is here counts as a touch.
      const quiet = display.now() - last;
      if (quiet < 0 || quiet > QUIET + COUNTDOWN + 60 * 1000) last = display.now();
      else if (quiet >= QUIET + COUNTDOWN) return tell.leave();
      else if (quiet >= QUIET) {
        warned = true;
        tell.warn(Math.ceil((QUIET + COUNTDOWN - quiet) / 1000));
      }
      display.later(() => look(mine), TICK);
    }

    function touched() {
      last = display.now();
      if (warned) {
        warned = false;
        tell.calm();
      }
    }

    return {
      start() {
        active = true;
        warned = false;
        last = display.now();
        turn += 1;
        look(turn);
      },
      stop() {
        active = false;
        warned = false;
        turn += 1;
      },
      touched: () => active && touched(),
      active: () => active,
    };
  }

  kiosk.idle = idle;
})(self);
