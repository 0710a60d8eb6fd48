/* Procedures, fields and life events as rows and cards to touch, and the screens that are nothing but such a list.
 *
 * Public names: congkhai.display.kiosk.rows(entries, go), .cards(items, go), and in .screens: `fields`, `field`, `event`
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const screens = (kiosk.screens = kiosk.screens || {});
  const LONG = 120;

  function row(entry, go) {
    const make = kiosk.make;
    const facts = [
      entry.fee && make("span", { text: (entry.fee.startsWith("Phí") ? "" : "Phí: ") + entry.fee }),
      entry.time && make("span", { text: "Thời hạn: " + entry.time }),
      make("span", { text: "Mã: " + entry.code }),
    ];
    const name = make("span", { class: "row__name" + (entry.title.length > LONG ? " row__name--long" : ""), text: entry.title });
    const open = () => go("procedure", { code: entry.code });
    const text = make("span", { class: "row__text" }, [name, make("span", { class: "row__facts" }, facts)]);
    return make("li", { "data-code": entry.code }, [kiosk.pressed(open, { class: "row" }, [text])]);
  }

  function rows(entries, go, ordered) {
    return kiosk.make(ordered ? "ol" : "ul", { class: "rows" + (ordered ? " rows--ordered" : "") }, entries.map((entry) => row(entry, go)));
  }

  function card(item, screen, go) {
    const make = kiosk.make;
    const parts = [
      item.drawing && kiosk.icon(item.drawing),
      make("span", { class: "card__text" }, [
        make("span", { class: "card__name", text: item.name }),
        !item.drawing && item.about && make("span", { class: "card__about", text: item.about }),
      ]),
      !item.drawing && make("span", { class: "card__count", text: String(item.entries.length), "aria-label": item.entries.length + " thủ tục" }),
    ];
    const open = () => go(screen, { key: item.key });
    return make("li", {}, [kiosk.pressed(open, { class: "card" }, parts)]);
  }

  function cards(items, screen, go) {
    const name = "cards cards--" + screen;
    return kiosk.make("ul", { class: name }, items.map((item) => card(item, screen, go)));
  }

  function listed(title, about, list) {
    const pager = kiosk.pager(title, [about && kiosk.make("p", { class: "lead", text: about }), list]);
    return { element: kiosk.make("div", { class: "listed" }, [kiosk.title(title), pager.element]), pager: pager };
  }

  screens.fields = (context) => {
    const fields = context.catalogue.fields;
    return listed("Chọn lĩnh vực", "", cards(fields, "field", context.go));
  };
  screens.field = (context, asked) => {
    const field = context.catalogue.fields.find((one) => one.key === asked.key);
    return listed(field.name, field.entries.length + " thủ tục. Chạm vào việc bạn cần làm.", rows(field.entries, context.go));
  };
  screens.event = (context, asked) => {
    const event = context.catalogue.events.find((one) => one.key === asked.key);
    const about = event.about || "Những thủ tục thường cần, theo thứ tự nên làm.";
    return listed(event.name, about, rows(event.entries, context.go, true));
  };

  kiosk.rows = rows;
  kiosk.cards = cards;
})(self);
