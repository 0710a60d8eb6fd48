/* The wall display: the right slides at the right hour, for months, with nobody near.
 *
 * Public name: congkhai.display.wall.start(source, element) -> Promise
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const wall = (display.wall = display.wall || {});
  const DATA = "man-hinh/du-lieu.json";
  const BEAT = 5000;
  const MINUTE = 60000;
  const REACH = 24;
  const PULSE = 0.1;
  /* A slow square against burn-in: never the same pixels for long, never jumping. */
  const DRIFT = [[0, 0], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]];

  wall.start = function (source, element) {
    element.classList.add("screen", "wall-screen");
    return Promise.all([display.fonts(source), source.text(DATA)]).then((found) => {
      begin(source, element, JSON.parse(found[1]));
      display.ready();
    });
  };

  function begin(source, element, data) {
    const pulse = wall.make("div", "wall__pulse");
    let show = null;
    let closed = null;
    let shown = "";
    let skipped = 0;

    element.appendChild(pulse);
    const controls = wall.controls(element, () => show);
    const busyBefore = display.busy;
    display.busy = () => busyBefore() || controls.busy();
    if (source.notice) display.notice(source.notice);

    /* What must be on the screen now, and a name for it: when the name changes, the screen does. */
    function wanted() {
      const slides = wall.slides(data, element);
      const wrong = display.clock.wrong(data.built);
      const urgent = slides.some((slide) => slide.urgent);
      if (!wrong && !urgent && !wall.schedule.open(data.windows, display.now())) return { name: "closed", slides: [] };
      return { name: wall.named(slides), slides: slides };
    }

    function change(to) {
      const before = { show: show, closed: closed };
      shown = to.name;
      show = null;
      closed = null;
      if (to.name === "closed") {
        closed = wall.closed(data);
        element.appendChild(closed.element);
      } else {
        show = wall.carousel(to.slides, element, { commune: data.commune.name, builtAt: data.built });
      }
      if (before.show) before.show.stop();
      if (before.closed) element.removeChild(before.closed.element);
      element.classList.toggle("wall-screen--closed", Boolean(closed));
    }

    function drift() {
      const step = DRIFT[Math.floor(display.uptime() / MINUTE) % DRIFT.length];
      const moved = (closed && closed.element) || (show && show.frame);
      moved.style.transform = "translate(" + step[0] * REACH / 2 + "px," + step[1] * REACH / 2 + "px)";
    }

    function heartbeat() {
      skipped = show ? show.skipped() : skipped;
      const text = display.status.heartbeat({
        commune: data.commune.code,
        version: source.version || data.program,
        builtAt: data.built,
        skipped: skipped,
      });
      if (pulse.getAttribute("data-text") === text) return;
      pulse.setAttribute("data-text", text);
      while (pulse.firstChild) pulse.removeChild(pulse.firstChild);
      try {
        pulse.appendChild(sharp(display.qr.svg(text, "Mã kiểm tra dành cho người quản lý màn hình", "L")));
      } catch (error) {
        pulse.textContent = "";
      }
    }

    /* Each module as wide as whole pixels: a small code is read from a small screen too. */
    function sharp(code) {
      const modules = Number(code.getAttribute("width"));
      const room = Math.min(window.innerWidth, window.innerHeight) * PULSE * window.devicePixelRatio;
      const pixels = Math.max(1, Math.round(room / modules)) * modules / window.devicePixelRatio;
      code.style.width = code.style.height = pixels + "px";
      return code;
    }

    function beat() {
      try {
        const to = wanted();
        if (to.name !== shown) change(to);
        else if (closed) closed.tell();
        drift();
        heartbeat();
        display.nightly(data.built);
      } finally {
        display.later(beat, BEAT);
      }
    }

    beat();
  }
})(self);
