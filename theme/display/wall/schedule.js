/* When the screen is lit and which notices are due: pure functions of windows and a moment.
 *
 * Public name: congkhai.display.wall.schedule = { open, next, due }
 * A window is {weekdays, from, to, since, until}: ISO weekdays, minutes since midnight, `to` exclusive and over 1440
 * where the window passes midnight, dates "2026-11-23" inclusive.  Weekday and dates are those of its beginning.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const wall = (display.wall = display.wall || {});
  const DAY = 24 * 3600 * 1000;
  const MINUTES = 24 * 60;
  const FAR = 400;

  function begins(window, moment) {
    const date = display.clock.isoDate(moment);
    return window.weekdays.indexOf(display.clock.local(moment).weekday) >= 0 &&
      (!window.since || date >= window.since) && (!window.until || date <= window.until);
  }

  /** Whether any window holds the moment; no windows at all mean always. */
  function open(windows, moment) {
    const minutes = display.clock.local(moment).minutes;
    return !windows.length || windows.some((window) =>
      (begins(window, moment) && minutes >= window.from && minutes < window.to) ||
      (begins(window, moment - DAY) && minutes + MINUTES < window.to));
  }

  /** The next moment when a window begins, within a year and a month; else null. */
  function next(windows, moment) {
    const minutes = display.clock.local(moment).minutes;
    const midnight = moment - (moment % 60000) - minutes * 60000;
    for (let day = 0; day < FAR; day++) {
      const starts = windows
        .filter((window) => begins(window, midnight + day * DAY))
        .map((window) => midnight + day * DAY + window.from * 60000)
        .filter((start) => start > moment);
      if (starts.length) return Math.min.apply(null, starts);
    }
    return null;
  }

  /** Whether a notice is to be seen.  A clock that cannot be right ends nothing: it only holds back what had not begun. */
  function due(notice, moment, builtAt) {
    const wrong = moment === null;
    const now = wrong ? Date.parse(builtAt) + DAY : moment;
    if (notice.since && Date.parse(notice.since) > now) return false;
    if (wrong) return true;
    return !(notice.until && Date.parse(notice.until) <= now) && open(notice.windows || [], now);
  }

  wall.schedule = { open: open, next: next, due: due };
})(self);
