/* The kiosk: from the first touch to the last, and then as if nobody had been there.
 *
 * Public name: congkhai.display.kiosk.start(source, root)
 * `source` is what the page or the bundle's loader gives (text(path), builtAt, notice); `root` is the element to fill.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const DAY = 24 * 3600 * 1000;
  const BELIEVED = 400 * DAY; // a clock further ahead of the data than this is wrong, and nothing expires by it
  const PREPARED_AFTER = 3000;
  const MINUTE = 60 * 1000;

  /** The day to judge validity by: today's where the clock can be right, else the day the data was made. */
  function dayOf(source) {
    const built = Date.parse(source.builtAt);
    const now = display.now();
    const right = now >= built && now <= built + BELIEVED;
    return display.clock.isoDate(right || isNaN(built) ? now : built);
  }

  /** The wall's slides that are due now, {name, show()}, where they are part of this release; else null. */
  function carousel(source, slides, stage) {
    const wall = display.wall;
    if (!slides || !wall || !wall.carousel) return null;
    const due = wall.slides(slides, stage);
    const options = { builtAt: source.builtAt, commune: slides.commune.name };
    return { name: wall.named(due), show: () => wall.carousel(due, stage, options) };
  }

  /** The notices that are due now; where any is urgent, only those that are. */
  function notices(slides) {
    const wall = display.wall;
    if (!slides || !wall || !wall.slides) return [];
    return wall.slides(slides, document.createElement("div")).filter((slide) => slide.name === "thong_bao");
  }

  function details(source) {
    const known = new Map();
    return (code) => {
      if (!known.has(code)) {
        known.set(code, source.text("thu-tuc/" + code + ".json").then(JSON.parse));
        known.get(code).catch(() => known.delete(code)); // the next touch tries again
      }
      return known.get(code);
    };
  }

  function run(source, place, catalogue, slides) {
    const context = {
      catalogue: catalogue,
      visit: kiosk.visit(),
      detail: details(source),
      carousel: (stage) => carousel(source, slides, stage),
      notices: () => notices(slides),
      go: go,
      again: show,
      say: (text) => frame.say(text),
      showing: (screen) => screen === shown,
      get day() {
        return dayOf(source);
      },
    };
    let shown = null;
    let waiting = null; // the attract loop, while nobody is there
    let asking = null; // the countdown
    let turn = 0;

    const idle = kiosk.idle({ warn: warn, calm: calm, leave: leave });
    const frame = kiosk.frame(place, context, source, {
      back: back,
      home: home,
      clean: () => kiosk.cleaning(place, leave),
      finish: leave,
      changed: () => shown && shown.pager && shown.pager.look(),
    });

    function go(name, asked) {
      const trail = context.visit.trail;
      if (trail.length && shown) trail[trail.length - 1].top = shown.pager.top();
      trail.push({ name: name, asked: asked, top: 0 });
      show();
    }

    function back() {
      if (context.visit.trail.length < 2) return;
      context.visit.trail.pop();
      show();
    }

    function home() {
      context.visit.query = "";
      context.visit.trail = [];
      go("start");
    }

    function show() {
      const trail = context.visit.trail;
      const here = trail[trail.length - 1];
      const mine = ++turn;
      Promise.resolve(kiosk.screens[here.name](context, here.asked)).then((screen) => {
        if (mine !== turn) return;
        shown = screen;
        frame.show(screen, trail.length > 1);
        if (screen.shown) screen.shown();
        screen.pager.top(here.top);
        (screen.focus || screen.element.querySelector("h1")).focus();
      });
    }

    function begin() {
      if (!waiting) return;
      waiting.stop();
      waiting.element.remove();
      waiting = null;
      frame.element.hidden = false;
      idle.start();
      home();
    }

    /** Everything that the person did is dropped with the visit and with the elements that showed it. */
    function leave() {
      calm();
      idle.stop();
      turn += 1;
      shown = null;
      context.visit = kiosk.visit();
      frame.plain();
      frame.show({ element: document.createElement("div") }, false);
      frame.element.hidden = true;
      if (!waiting) {
        waiting = kiosk.attract(context, place, begin);
      }
      waiting.focus.focus();
    }

    function warn(left) {
      const sentence = "Màn hình sẽ xóa hết và trở về trang đầu sau " + left + " giây.";
      if (asking) {
        asking.words.textContent = sentence;
        return;
      }
      const stay = kiosk.button("Tôi vẫn ở đây", idle.touched, { class: "way way--strong" });
      const finish = kiosk.button("Xong rồi, xóa hết", leave, { class: "way" });
      asking = kiosk.dialog(place, { title: "Bạn còn ở đây không?", text: sentence, buttons: [stay, finish] });
    }

    /** Whether the countdown's own buttons are being used: "finish" must not be taken for "still here". */
    function decides(event) {
      const onButton = asking && event.target.closest && event.target.closest(".dialog button");
      return onButton && (event.type !== "keydown" || ["Enter", " ", "Tab"].indexOf(event.key) >= 0);
    }

    function calm() {
      if (asking) asking.close();
      asking = null;
    }

    function night() {
      display.nightly(source.builtAt);
      display.later(night, MINUTE);
    }

    kiosk.hands({
      touched: (event) => decides(event) || idle.touched(),
      waiting: () => Boolean(waiting),
      asking: () => Boolean(place.querySelector(".dialog")),
      screen: () => shown,
      begin: begin,
      back: back,
      type(key) {
        context.visit.query = key;
        context.visit.exact = false;
        go("search");
      },
    });
    display.busy = () => idle.active();
    const remember = display.notice; // the slides tell it in their own corner
    display.notice = (told) => {
      remember(told);
      frame.tell();
    };
    display.notice(source.notice);
    leave();
    display.ready();
    display.later(catalogue.prepare, PREPARED_AFTER);
    night();
  }

  function start(source, place) {
    document.documentElement.classList.add("kiosk-page");
    kiosk.guard();
    const read = (path) => source.text(path).then(JSON.parse);
    const slides = read("man-hinh/du-lieu.json").catch(() => null);
    const fonts = display.fonts(source);
    return Promise.all([read("ki-ot/du-lieu.json"), read("thu-tuc/danh-muc.json"), slides, fonts]).then((all) => {
      run(source, place, kiosk.catalogue(all[0], all[1], congkhai.searchData), all[2]);
    });
  }

  kiosk.start = start;
})(self);
