/* The search screen: what is typed, the keyboard, and answers while typing; never a dead end.
 *
 * Public name, in congkhai.display.kiosk.screens: `search`
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const screens = (kiosk.screens = kiosk.screens || {});
  const LONGEST = 80;
  const FEW = 4; // answers that leave room for other ways below them
  const ANNOUNCED_AFTER = 700; // ms: a screen reader is told when the typing pauses

  /** What to offer where the words lead nowhere, and before there are any. */
  function otherWays(context, first) {
    const catalogue = context.catalogue;
    const phone = catalogue.complaints.phone || catalogue.commune.phone;
    return [
      first,
      catalogue.events.length > 0 && kiosk.cards(catalogue.events, "event", context.go),
      kiosk.button("Tìm theo lĩnh vực", () => context.go("fields"), { class: "way", icon: "fields" }),
      phone && kiosk.make("p", { class: "lead", text: "Hoặc hỏi Trung tâm: " + phone }),
    ];
  }

  function answers(context, search) {
    const make = kiosk.make;
    const visit = context.visit;
    const found = context.catalogue.search(visit.query, visit.exact);
    const meant = found.suggestions.length > 0;
    const shown = found.results.length ? found.results : found.suggestions;
    if (!shown.length) {
      const sentence = "Chưa thấy thủ tục nào cho «" + visit.query.trim() + "». Thử gõ cách khác, hoặc chọn ở dưới.";
      return { said: sentence, parts: otherWays(context, make("p", { class: "found", text: sentence })) };
    }
    const parts = [];
    const said = meant ? "Có phải bạn tìm một trong những việc này?" : shown.length + " thủ tục phù hợp";
    parts.push(make("p", { class: "found", text: said }));
    if (found.readAs && !visit.exact) {
      const only = kiosk.button("Chỉ tìm «" + visit.query.trim() + "»", () => search(true), { class: "way way--small" });
      parts.push(make("div", { class: "found__read" }, [make("p", {}, ["Đang tìm: ", make("strong", { text: found.readAs })]), only]));
    }
    parts.push(kiosk.rows(shown, context.go));
    const few = shown.length < FEW;
    const others = few ? otherWays(context, make("p", { class: "found found--others", text: "Không phải việc của bạn? Chọn ở đây:" })) : [];
    return { said: said, parts: parts.concat(others) };
  }

  screens.search = (context) => {
    const make = kiosk.make;
    const visit = context.visit;
    const text = make("span", { class: "typed__text" });
    const hint = make("span", { class: "typed__hint", text: "Gõ không dấu cũng được, ví dụ: khai sinh" });
    const box = make("div", { class: "typed", role: "searchbox", tabindex: 0, "aria-label": "Việc bạn cần làm", "aria-readonly": "false" }, [
      kiosk.icon(kiosk.drawings.search), text, make("span", { class: "typed__caret", "aria-hidden": "true" }), hint,
    ]);
    const pager = kiosk.pager("Thủ tục tìm thấy", []);
    let turn = 0;

    function announce(said) {
      const mine = ++turn;
      display.later(() => mine === turn && context.showing(screen) && context.say(said), ANNOUNCED_AFTER);
    }

    function answer(exact) {
      visit.exact = exact;
      text.textContent = visit.query;
      hint.hidden = visit.query !== "";
      if (!visit.query.trim()) {
        turn += 1;
        pager.fill(otherWays(context, make("p", { class: "found", text: "Hoặc chạm vào việc bạn đang gặp" })).slice(0, 3));
        return;
      }
      const found = answers(context, answer);
      pager.fill(found.parts);
      announce(found.said);
    }

    function press(key) {
      const before = visit.query;
      if (key === "Clear") visit.query = "";
      else if (key === "Backspace") visit.query = Array.from(before).slice(0, -1).join("");
      else if (before.length < LONGEST && !(key === " " && (!before || before.slice(-1) === " "))) visit.query = before + key;
      if (visit.query !== before) answer(false);
    }

    const screen = {
      element: make("div", { class: "searching" }, [kiosk.title("Tìm thủ tục"), make("div", { class: "searching__found" }, [box, pager.element]), kiosk.keyboard(press)]),
      pager: pager,
      focus: box,
      key(event) {
        const key = kiosk.typed(event);
        const onButton = event.target.tagName === "BUTTON";
        if (!key || (key === " " && onButton)) return false;
        press(key);
        return true;
      },
      shown: () => answer(visit.exact),
    };
    return screen;
  };
})(self);
