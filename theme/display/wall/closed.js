/* The dark page outside opening hours: little light, little to burn in, and when to come back.
 *
 * Public name: congkhai.display.wall.closed(data) -> {element, tell}
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const wall = (display.wall = display.wall || {});

  wall.closed = function (data) {
    const make = wall.make;
    const clock = make("p", "closed__clock");
    const next = make("p", "closed__next");
    const age = make("p", "closed__age");
    const hours = data.hours.length ? data.hours : ["Chưa công bố"];
    const element = make("section", "closed", [
      make("h1", "closed__title", data.commune.name),
      make("p", "closed__what", "Ngoài giờ mở màn hình"),
      clock,
      make("div", "closed__hours", [
        make("h2", "closed__label", "Giờ làm việc"),
        make("ul", "", hours.map((line) => make("li", "", line))),
      ]),
      next,
      age,
    ]);

    function tell() {
      const now = display.now();
      const begins = wall.schedule.next(data.windows, now);
      age.textContent = display.status.age(data.built).text;
      clock.textContent = display.clock.time(now);
      next.textContent = begins === null ? "" : "Màn hình sáng lại lúc " + display.clock.time(begins) + ", ";
      if (begins !== null) next.appendChild(make("span", "whole", display.clock.date(begins)));
    }

    tell();
    return { element: element, tell: tell };
  };
})(self);
