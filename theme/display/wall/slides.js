/* Which slides are due now, in the layout of this screen.
 *
 * Public names: congkhai.display.wall.slides(data, element) -> slides; sets the sizes of type and codes on the element;
 * congkhai.display.wall.named(slides) -> a text that is another one when the screen must be.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const wall = (display.wall = display.wall || {});

  function layout(data) {
    return window.innerHeight > window.innerWidth ? data.portrait : data.landscape;
  }

  /** The slide without what is no longer so; null where nothing of it is left, or it is not its time. */
  function present(slide, moment, builtAt) {
    if (slide.name === "thong_bao" && !wall.schedule.due(slide, moment, builtAt)) return null;
    if (!Array.isArray(slide.rows) || moment === null) return slide;
    const today = display.clock.isoDate(moment);
    const rows = slide.rows.filter((row) => !row.until || row.until >= today);
    return rows.length ? Object.assign({}, slide, { rows: rows }) : null;
  }

  wall.slides = function (data, element) {
    const given = layout(data);
    element.style.setProperty("--b", given.body + "vmin");
    element.style.setProperty("--code", given.code + "vmin");
    const moment = display.clock.wrong(data.built) ? null : display.now();
    const due = given.slides.map((slide) => present(slide, moment, data.built)).filter(Boolean);
    const urgent = due.filter((slide) => slide.urgent);
    return urgent.length ? urgent : due;
  };

  wall.named = function (slides) {
    const names = slides.map((slide) => slide.title + (slide.rows ? slide.rows.length : ""));
    return JSON.stringify([window.innerHeight > window.innerWidth, names]);
  };
})(self);
