/* What the kiosk shows while nobody is there: the wall's slides, or a calm screen of its own; any touch begins.
 *
 * Public name: congkhai.display.kiosk.attract(context, place, begin) -> {element, focus, stop()}
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});

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
    let carousel = null;
    try {
      carousel = context.carousel(stage);
    } catch (broken) {
      carousel = null; // a slide that fails must never keep people from the kiosk
    }
    if (!carousel) {
      stage.textContent = "";
      stage.appendChild(calm(context));
    }
    return {
      element: element,
      focus: touch,
      stop() {
        if (carousel) carousel.stop();
      },
    };
  }

  kiosk.attract = attract;
})(self);
