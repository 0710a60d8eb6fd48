/* How old the data is, what a loader has to say, and the heartbeat that a technician scans.
 *
 * Public name: congkhai.display.status = { age, said, heartbeat }, congkhai.display.notice({code, text})
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const DAY = 24 * 3600 * 1000;
  /* After a month "changed in the last 30 days" is no longer so; after 90 days full records count as not reviewed. */
  const AGEING = 30;
  const OLD = 90;
  let last = null;

  /** {level: fresh|ageing|old|unknown, days, text} for data built on a day ("2026-11-23") or at a moment. */
  function age(builtAt) {
    const built = Date.parse(builtAt);
    const parts = display.clock.isoDate(built).split("-");
    const day = parts[2] + "/" + parts[1] + "/" + parts[0];
    if (display.clock.wrong(builtAt)) {
      return { level: "unknown", days: null, text: "Dữ liệu ngày " + day + ". Đồng hồ của máy sai." };
    }
    const days = Math.floor((display.now() - built) / DAY);
    const since = days > 0 ? " (" + days + " ngày trước)" : "";
    if (days > OLD) return { level: "old", days: days, text: "Dữ liệu đã cũ: ngày " + day + since };
    if (days > AGEING) return { level: "ageing", days: days, text: "Dữ liệu sắp cũ: ngày " + day + since };
    return { level: "fresh", days: days, text: "Dữ liệu ngày " + day + since };
  }

  /** What the loader said last: {code, text} or null. */
  function said() {
    return last;
  }

  /** One short line: commune, version, age in days, hours up, slides skipped, code of the loader's notice. */
  function heartbeat(state) {
    const days = age(state.builtAt).days;
    return [
      "CK1",
      state.commune,
      state.version,
      "a" + (days === null ? "?" : days),
      "u" + Math.floor(display.uptime() / 3600000),
      "s" + state.skipped,
    ].concat(last ? [last.code] : []).join(" ");
  }

  display.notice = function (notice) {
    last = notice || null;
  };
  display.status = { age: age, said: said, heartbeat: heartbeat };
})(self);
