/* What the kiosk shows while nobody is there: the wall's slides, or a calm screen of its own; any touch begins.
 *
 * Public name: congkhai.display.kiosk.attract(context, place, begin) -> {element, focus, stop()}
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});

  const BEAT = 5000;
  const CALL = "Chạm vào màn hình để tra cứu thủ tục";

  function calm(context) {
    const make = kiosk.make;
    const catalogue = context.catalogue;
    const commune = catalogue.commune;
    const hours = commune.hours.map((line) => make("p", { text: line }));
    return make("div", { class: "calm" }, [
      make("p", { class: "calm__office", text: "Trung tâm Phục vụ hành chính công" }),
      make("h1", { class: "calm__name", text: commune.name }),
      make("p", { class: "calm__province", text: commune.provinceName }),
      make("p", { class: "calm__what", text: catalogue.entries.length + " thủ tục: giấy tờ cần có, phí, thời hạn, các bước và nơi phản ánh" }),
      hours.length > 0 && make("div", { class: "calm__hours" }, [make("p", { class: "calm__label", text: "Giờ làm việc" }), hours]),
    ]);
  }

  function attract(context, place, begin) {
    const make = kiosk.make;
    const stage = make("div", { class: "attract__stage" });
    const strip = make("div", { class: "attract__strip", "aria-hidden": "true" }, [kiosk.icon(kiosk.drawings.touch), make("span", { text: CALL })]);
    const touch = make("button", { type: "button", class: "attract__touch", "aria-label": CALL, onclick: begin });
    const element = make("div", { class: "attract" }, [stage, strip, touch]);
    place.appendChild(element);
    let shown = null; // {name, stop()}
    let over = false;

    function change(to) {
      const before = shown;
      const running = to.show();
      shown = { name: to.name, stop: running.stop };
      if (before) before.stop();
    }

    function rest() {
      if (shown) shown.stop();
      stage.textContent = "";
      const element = stage.appendChild(calm(context));
      shown = { name: "", stop: () => element.remove() };
    }

    /* Nobody may come for days: what ends while slides run must leave them, what is urgent must come. */
    function look() {
      if (over) return;
      try {
        const to = context.carousel(stage);
        if (!to && !shown) rest();
        else if (to && !(shown && shown.name === to.name)) change(to);
      } catch (broken) {
        if (!(shown && shown.name === "")) rest(); // a slide that fails must never keep people from the kiosk
      }
      display.later(look, BEAT);
    }

    look();
    return {
      element: element,
      focus: touch,
      stop() {
        over = true;
        if (shown) shown.stop();
      },
    };
  }

  kiosk.attract = attract;
})(self);
