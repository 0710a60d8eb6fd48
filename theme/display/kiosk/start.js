/* The first screen after the touch: search, life events, fields; and whom to ask.
 *
 * Public names, in congkhai.display.kiosk.screens: `start`, `contact`
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const screens = (kiosk.screens = kiosk.screens || {});

  screens.start = (context) => {
    const make = kiosk.make;
    const catalogue = context.catalogue;
    const box = kiosk.pressed(() => context.go("search"), { class: "asking" }, [
      kiosk.icon(kiosk.drawings.search),
      make("span", { class: "asking__text" }, [
        make("span", { class: "asking__label", text: "Gõ việc bạn cần làm" }),
        make("span", { class: "asking__example", text: "Ví dụ: khai sinh, sổ đỏ, tạm trú – không cần gõ dấu" }),
      ]),
    ]);
    const more = make("div", { class: "ways" }, [
      catalogue.events.length > 0 &&
        kiosk.button("Tìm theo lĩnh vực (" + catalogue.fields.length + " lĩnh vực, " + catalogue.entries.length + " thủ tục)",
          () => context.go("fields"), { class: "way", icon: "fields" }),
      kiosk.button("Liên hệ, phản ánh", () => context.go("contact"), { class: "way", icon: "speak" }),
    ]);
    const list = catalogue.events.length
      ? [make("h2", { class: "part", text: "Hoặc chạm vào việc bạn đang gặp" }), kiosk.cards(catalogue.events, "event", context.go)]
      : [make("h2", { class: "part", text: "Hoặc chọn lĩnh vực" }), kiosk.cards(catalogue.fields, "field", context.go)];
    const pager = kiosk.pager("Bạn cần làm giấy tờ gì?", [kiosk.title("Bạn cần làm giấy tờ gì?"), kiosk.urgent(context), box, list, more]);
    return { element: pager.element, pager: pager };
  };

  /** Label and value; what nobody published is said to be so. */
  function pairs(rows, unpublished) {
    const make = kiosk.make;
    return make("dl", { class: "pairs" }, rows.map((pair) => [
      make("dt", { text: pair[0] }),
      pair[1] && pair[1].length
        ? make("dd", {}, [].concat(pair[1]).map((line) => make("p", { text: line })))
        : make("dd", { class: "not-stated", text: unpublished }),
    ]));
  }

  function complaints(catalogue) {
    const given = catalogue.complaints;
    const rows = [["Đường dây nóng", given.phone]];
    if (given.link) rows.push(["Trang tiếp nhận", [given.linkName, given.link].filter(Boolean)]);
    if (given.address) rows.push(["Nơi nhận đơn", given.address]);
    return pairs(rows, catalogue.words.notPublished);
  }

  screens.contact = (context) => {
    const make = kiosk.make;
    const catalogue = context.catalogue;
    const commune = catalogue.commune;
    const rows = [
      ["Địa chỉ", commune.address],
      ["Giờ làm việc", commune.hours],
      ["Điện thoại", commune.phone],
    ];
    if (commune.email) rows.push(["Thư điện tử", commune.email]);
    if (commune.website) rows.push(["Trang web", commune.website]);
    if (commune.counters.length) rows.push(["Các quầy", commune.counters.map(catalogue.counter)]);
    const pager = kiosk.pager("Liên hệ, phản ánh", [
      kiosk.title("Liên hệ, phản ánh"),
      kiosk.notices(context),
      make("h2", { class: "part", text: "Trung tâm Phục vụ hành chính công " + commune.name }),
      pairs(rows, catalogue.words.notPublished),
      make("h2", { class: "part", text: "Phản ánh, khiếu nại" }),
      make("p", { text: "Nếu bị yêu cầu giấy tờ ngoài danh sách công khai, bị trễ hẹn hoặc thu sai phí, bạn có quyền phản ánh." }),
      complaints(catalogue),
    ]);
    return { element: pager.element, pager: pager };
  };

  kiosk.pairs = pairs;
  kiosk.complaints = complaints;
})(self);
