/* Look once a minute whether current.js names another release, and begin anew when nobody is touching.
 *
 * Public names: congkhai.loader.watch(current), congkhai.loader.whenFree(): begin anew when nobody is touching.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var PAUSE = 60000;
  var BUSY_PAUSE = 5000;

  function same(one, other) {
    return one && other && one.side === other.side && one.version === other.version;
  }

  loader.whenFree = function whenFree() {
    if (congkhai.display.busy && congkhai.display.busy()) {
      setTimeout(whenFree, BUSY_PAUSE);
    } else {
      congkhai.display.reload();
    }
  };

  loader.watch = function (current) {
    setTimeout(async function () {
      var now = await loader.current();
      if (now && !same(now, current)) {
        loader.whenFree();
      } else {
        loader.watch(current);
      }
    }, PAUSE);
  };
})(self);
