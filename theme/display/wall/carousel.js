/* Show slides one after the other, each as long as it takes to read.
 *
 * Public name: congkhai.display.wall.carousel(slides, element, {commune, builtAt}) -> {stop, pause, resume, paused,
 * next, previous, position, skipped}.  A slide that cannot be drawn is skipped and counted; the screen is never empty.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const wall = (display.wall = display.wall || {});
  const FADE = 700;
  const SECOND = 1000;
  const LEAST = 0.5;
  const STEP = 0.04;
  const LONG = 40;
  const TURN = 6;

  wall.carousel = function (slides, element, options) {
    const given = options || {};
    const make = wall.make;
    const stage = make("div", "wall__stage");
    const place = make("p", "wall__place", given.commune || "");
    const age = make("p", "wall__age");
    const count = make("p", "wall__count");
    const said = make("p", "wall__said");
    const foot = make("footer", "wall__foot", [place, age, said, count]);
    const frame = make("div", "wall", [stage, foot]);
    const drawn = new Map();
    const broken = new Set();
    let at = -1;
    let current = null;
    let started = 0;
    let paused = false;
    let stopped = false;
    let turn = 0;

    element.classList.add("screen");
    element.appendChild(frame);

    /* Every slide is drawn once and kept: a loop of a thousand rounds makes no new elements. */
    function draw(slide) {
      if (broken.has(slide)) return null;
      try {
        if (!drawn.has(slide)) drawn.set(slide, wall.draw(slide));
        return drawn.get(slide);
      } catch (error) {
        broken.add(slide);
        return null;
      }
    }

    function whole() {
      return slides.filter((slide) => !broken.has(slide));
    }

    function step(by) {
      for (let tries = 0; tries < slides.length; tries++) {
        at = (at + by + slides.length) % slides.length;
        const node = draw(slides[at]);
        if (node) return show(node);
      }
      at = -1;
      return show(drawn.get(null) || drawn.set(null, lastResort()).get(null));
    }

    function lastResort() {
      const words = make("div", "prose", make("p", "prose__lead", "Mời hỏi tại quầy. Màn hình đang được sửa."));
      const head = make("header", "slide__head", make("h1", "slide__title", given.commune || "Trung tâm Phục vụ hành chính công"));
      return make("section", "slide", [head, make("div", "slide__main", make("div", "slide__content", words))]);
    }

    function show(node) {
      const before = current;
      current = node;
      started = display.uptime();
      turn += 1;
      if (before !== node) stage.appendChild(node);
      const list = whole();
      count.textContent = list.length ? list.indexOf(slides[at]) + 1 + "/" + list.length : "";
      tell();
      if (before !== node) fit(node); // after its clock was told: what is empty takes no room
      if (before && before !== node) leave(before, turn);
    }

    function leave(node, when) {
      node.setAttribute("aria-hidden", "true");
      display.later(() => {
        if (node !== current && node.parentNode && when <= turn) stage.removeChild(node);
        node.removeAttribute("aria-hidden");
      }, FADE);
    }

    /* On a screen of another shape than planned, smaller letters are better than lost words. */
    function fit(node) {
      const content = node.querySelector(".slide__content");
      const main = node.querySelector(".slide__main");
      let scale = 1;
      node.style.removeProperty("--fit");
      while (scale > LEAST && (content.scrollHeight > content.clientHeight + 1 ||
        content.scrollWidth > content.clientWidth + 1 || main.scrollHeight > main.clientHeight + 1)) {
        scale -= STEP;
        node.style.setProperty("--fit", scale.toFixed(2));
      }
    }

    /* The foot has room for one sentence: they take turns, and none is cut. */
    function sentence(text) {
      const all = text.split(/\.\s+/);
      const turn = Math.floor(display.uptime() / (TURN * SECOND)) % all.length;
      return all[turn] + (turn < all.length - 1 ? "." : "");
    }

    /* Clocks and the age of the data: what changes while a slide stands. */
    function tell() {
      const wrong = given.builtAt ? display.clock.wrong(given.builtAt) : false;
      const now = display.now();
      current.classList.toggle("slide--clockless", wrong);
      Array.from(current.querySelectorAll("[data-clock]")).forEach((node) => {
        node.hidden = wrong;
        node.textContent = wrong ? "" : display.clock[node.getAttribute("data-clock")](now);
      });
      if (given.builtAt) {
        const found = display.status.age(given.builtAt);
        const notice = display.status.said();
        age.textContent = found.text;
        said.textContent = notice ? sentence(notice.text) : "";
        foot.classList.toggle("wall__foot--said", Boolean(notice));
        foot.classList.toggle("wall__foot--long", Boolean(notice) && notice.text.length > LONG);
        age.setAttribute("data-level", found.level);
      }
    }

    function beat() {
      if (stopped) return;
      const seconds = at >= 0 ? slides[at].seconds || 10 : 10;
      if (!paused && display.uptime() - started >= seconds * SECOND && slides.length) step(1);
      else tell();
      display.later(beat, SECOND);
    }

    function refit() {
      drawn.forEach((node) => node.style.removeProperty("--fit"));
      fit(current);
    }

    window.addEventListener("resize", refit);
    step(1);
    display.later(beat, SECOND);

    return {
      stop: () => {
        stopped = true;
        window.removeEventListener("resize", refit);
        if (frame.parentNode) frame.parentNode.removeChild(frame);
        drawn.clear();
      },
      pause: () => { paused = true; },
      resume: () => { paused = false; started = display.uptime(); },
      paused: () => paused,
      next: () => step(1),
      previous: () => step(-1),
      position: () => ({ number: whole().indexOf(slides[at]) + 1, total: whole().length, name: at >= 0 ? slides[at].name : null }),
      skipped: () => broken.size,
      frame: frame,
    };
  };
})(self);
