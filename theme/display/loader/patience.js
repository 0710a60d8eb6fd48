/* Patience that is counted in seconds in which this page was awake, never by the clock.
 *
 * Public name: congkhai.loader.patience(seconds, task) -> function that ends the waiting; else the task runs once.
 * A machine that slept, swapped or was busy with something else has not given anybody those seconds to do anything:
 * however long it stood still, it counts as one.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var SECOND = 1000;

  loader.patience = function (seconds, task) {
    var left = seconds;
    var timer = setTimeout(tick, SECOND);

    function tick() {
      left -= 1;
      if (left > 0) timer = setTimeout(tick, SECOND);
      else task();
    }

    return function () {
      clearTimeout(timer);
    };
  };
})(self);
