/* The one clock of every screen.  Screens take the time and set their timers here, and nowhere else.
 *
 * Public names: congkhai.display.now, later, uptime, reload, ready, busy (a loader or a test that came first keeps its own),
 * congkhai.display.clock = { local, wrong, time, date, isoDate, days }
 * Vietnam keeps UTC+7 all the year, so the time zone that a cheap box was sold with does not matter.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const ZONE = 7 * 3600 * 1000;
  const DAYS = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];

  display.now = display.now || (() => Date.now());
  display.later = display.later || ((task, wait) => setTimeout(task, wait));
  display.uptime = display.uptime || (() => performance.now());
  display.reload = display.reload || (() => location.reload());
  display.ready = display.ready || (() => {});
  display.busy = display.busy || (() => false);

  const two = (value) => (value < 10 ? "0" : "") + value;

  /** A moment in Vietnam: year, month, day, weekday (1 is Monday), minutes since midnight. */
  function local(moment) {
    const there = new Date(moment + ZONE);
    return {
      year: there.getUTCFullYear(),
      month: there.getUTCMonth() + 1,
      day: there.getUTCDate(),
      weekday: there.getUTCDay() || 7,
      minutes: there.getUTCHours() * 60 + there.getUTCMinutes(),
    };
  }

  /** Whether the clock cannot be right: it says that what we hold has not been made yet. */
  function wrong(builtAt) {
    return !(display.now() >= Date.parse(builtAt));
  }

  function time(moment) {
    const minutes = local(moment).minutes;
    return two(Math.floor(minutes / 60)) + ":" + two(minutes % 60);
  }

  /** "Thứ Hai, 23/11/2026" */
  function date(moment) {
    const there = local(moment);
    return DAYS[there.weekday - 1] + ", " + two(there.day) + "/" + two(there.month) + "/" + there.year;
  }

  function isoDate(moment) {
    const there = local(moment);
    return there.year + "-" + two(there.month) + "-" + two(there.day);
  }

  display.clock = { local: local, wrong: wrong, time: time, date: date, isoDate: isoDate, days: DAYS };
})(self);
