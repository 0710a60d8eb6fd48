/* One procedure: what it is, the four facts wanted first, then the official parts; all of it to be taken home.
 *
 * Public name, in congkhai.display.kiosk.screens: `procedure`.  Its sections are made in facts.js.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const screens = (kiosk.screens = kiosk.screens || {});
  const LONG = 120;

  /** Short label for the jump button, heading, content. */
  function sections(context, detail, tell) {
    const make = kiosk.make;
    const parts = kiosk.parts(context, detail);
    return [
      ["Giấy tờ", "Giấy tờ cần có", parts.dossier(tell)],
      ["Các bước", "Các bước", parts.steps()],
      ["Cách nộp", "Cách nộp, thời hạn và phí đầy đủ", parts.channels()],
      ["Điều kiện, kết quả", "Ai được làm, điều kiện, kết quả", parts.conditions()],
      ["Phản ánh", "Phản ánh, khiếu nại", parts.complaints()],
      ["Căn cứ, nguồn", "Căn cứ pháp lý", [parts.laws(), make("h2", { class: "part", text: "Thông tin này lấy từ đâu" }), parts.about()]],
    ];
  }

  function procedure(context, detail) {
    const make = kiosk.make;
    const title = detail.shortName || detail.name;
    const parts = kiosk.parts(context, detail);
    const tell = make("p", { class: "ticked", role: "status" });
    const list = sections(context, detail, tell).map((row) => {
      const heading = make("h2", { class: "part", text: row[1], tabindex: -1 });
      return { label: row[0], heading: heading, element: make("section", {}, [heading, row[2]]) };
    });
    const top = make("div", { class: "procedure__top" }, [kiosk.title(title, title.length > LONG), parts.top()]);
    const pager = kiosk.pager(title, [top, list.map((part) => part.element)]);
    const jump = (heading) => () => {
      pager.to(heading);
      heading.focus({ preventScroll: true });
    };
    const home = kiosk.button("Mang về điện thoại", () => context.go("takeHome", { code: detail.code.slice(0, 8) }), { class: "jump__take", icon: "phone" });
    const headings = [top].concat(list.map((part) => part.heading));
    const buttons = [kiosk.button("Điều cần biết", () => pager.top(0), { class: "jump__to" })].concat(
      list.map((part) => kiosk.button(part.label, jump(part.heading), { class: "jump__to" }))
    );
    const jumps = make("nav", { class: "jump", "aria-label": "Các phần" }, buttons.concat(home));
    const mark = () => where(pager.view, headings, buttons);
    pager.view.addEventListener("scroll", mark);
    return { element: make("div", { class: "procedure" }, [jumps, pager.element]), pager: pager, shown: mark };
  }

  /** Mark the button of the part that is being read: the last whose heading has come into the upper third. */
  function where(view, headings, buttons) {
    const line = view.getBoundingClientRect().top + view.clientHeight / 3;
    const last = headings.filter((heading) => heading.getBoundingClientRect().top <= line).length - 1;
    buttons.forEach((button, at) => {
      if (at === Math.max(0, last)) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    });
  }

  /** A procedure whose file could not be read: what the lists know of it, and another try. */
  function unread(context, code) {
    const make = kiosk.make;
    const entry = context.catalogue.entry(code);
    const pager = kiosk.pager("Chưa mở được", [
      kiosk.title("Chưa mở được"),
      make("p", { class: "found", text: "Chưa mở được thủ tục này. Mạng có thể đang yếu; bạn thử lại, hoặc hỏi cán bộ tại quầy." }),
      make("p", { class: "lead", text: (entry ? entry.title + " – " : "") + "Mã: " + code }),
      kiosk.button("Thử lại", () => context.again(), { class: "way", icon: "search" }),
    ]);
    return { element: pager.element, pager: pager };
  }

  screens.procedure = (context, asked) =>
    context.detail(asked.code).then((detail) => procedure(context, detail), () => unread(context, asked.code));
})(self);
