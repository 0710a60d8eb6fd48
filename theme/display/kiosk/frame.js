/* What stays around every screen: whose kiosk it is, and the bar of buttons that is always in the same place.
 *
 * Public name: congkhai.display.kiosk.frame(root, context, actions) -> {element, show, say, tell, plain}
 * `actions`: back, home, clean, finish.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const SIZES = ["vừa", "lớn", "rất lớn"];
  const MARK = "M6 5h28v21H6zM17 26h6v6h-6zM11 32h18v3H11zM10 9h13v3H10zM10 14.5h20v3H10zM10 20h16v3H10z";
  const MINUTE = 20 * 1000;

  function mark() {
    const picture = kiosk.icon(MARK);
    picture.setAttribute("viewBox", "0 0 40 40");
    picture.setAttribute("class", "head__mark");
    return picture;
  }

  function head(context, source) {
    const make = kiosk.make;
    const commune = context.catalogue.commune;
    const clock = make("p", { class: "head__clock" });
    const built = make("p", { class: "head__built" });
    const tell = () => {
      clock.textContent = display.clock.wrong(source.builtAt) ? "" : display.clock.time(display.now());
      const age = display.status.age(source.builtAt);
      const said = display.status.said();
      built.textContent = age.text + (said ? " · " + said.text : "");
      built.setAttribute("data-level", age.level);
    };
    const beat = () => {
      tell();
      display.later(beat, MINUTE);
    };
    beat();
    const element = make("header", { class: "head" }, [
      mark(),
      make("div", { class: "head__name" }, [
        make("p", { class: "head__office", text: "Trung tâm Phục vụ hành chính công" }),
        make("p", { class: "head__commune" }, [
          make("strong", { text: commune.name }),
          make("span", { class: "head__province", text: commune.provinceName }),
        ]),
      ]),
      make("div", { class: "head__side" }, [clock, built]),
    ]);
    return { element: element, tell: tell };
  }

  function frame(place, context, source, actions) {
    const make = kiosk.make;
    const page = document.documentElement;
    let size = 0;

    const tool = (label, icon, action, properties) =>
      kiosk.button(label, action, Object.assign({ class: "tool", icon: icon }, properties));
    const back = tool("Quay lại", "back", actions.back);
    const home = tool("Trang đầu", "home", actions.home);
    const letters = tool("", "letters", () => setSize((size + 1) % SIZES.length));
    const contrast = tool("Tương phản", "contrast", () => toggle(contrast, "kiosk-contrast"), { "aria-pressed": "false" });
    const lower = tool("Hạ thấp nút", "lower", () => toggle(lower, "kiosk-low"), { "aria-pressed": "false" });
    const clean = tool("Lau màn hình", "clean", actions.clean);
    const finish = tool("Kết thúc", "finish", actions.finish, { class: "tool tool--finish" });
    const main = make("div", { class: "sheet" });
    const status = make("div", { class: "unseen", role: "status", "aria-live": "polite" });
    const top = head(context, source);
    const bar = make("nav", { class: "bar", "aria-label": "Nút điều khiển" }, [back, home, letters, contrast, lower, clean, finish]);
    const element = make("div", { class: "kiosk" }, [top.element, main, bar, status]);

    function setSize(next) {
      size = next;
      SIZES.forEach((_, at) => page.classList.toggle("kiosk-size-" + (at + 1), at === size));
      letters.querySelector(".says").textContent = "Cỡ chữ: " + SIZES[size];
      actions.changed();
    }

    function toggle(button, name, on) {
      const wanted = on === undefined ? !page.classList.contains(name) : on;
      page.classList.toggle(name, wanted);
      button.setAttribute("aria-pressed", String(wanted));
      actions.changed();
    }

    function show(screen, deep) {
      main.textContent = "";
      main.appendChild(screen.element);
      back.disabled = !deep;
      status.textContent = "";
    }

    place.textContent = "";
    place.appendChild(element);
    return {
      element: element,
      show: show,
      home: home,
      say: (text) => (status.textContent = text),
      /** The corner tells the time, the data's age and what the loader said. */
      tell: top.tell,
      /** Letters, contrast and reach as the next person expects to find them. */
      plain() {
        setSize(0);
        toggle(contrast, "kiosk-contrast", false);
        toggle(lower, "kiosk-low", false);
      },
    };
  }

  kiosk.frame = frame;
})(self);
