/* The papers of a procedure, case by case, as a list to tick: what one has, what is still missing.
 *
 * Public name: congkhai.display.kiosk.papers(context, code, dossier, changed) -> elements
 * Long lists of many cases are folded, as on the public page; an unfolded case is one that was chosen.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});

  function papers(context, code, dossier, changed) {
    const make = kiosk.make;
    const visit = context.visit;

    function paper(row, number, place) {
      const box = make("input", { type: "checkbox", class: "tick__box" });
      box.checked = visit.isTicked(code, number, place);
      box.addEventListener("change", () => {
        visit.tick(code, number, place, box.checked);
        changed();
      });
      const facts = row[1].map((fact) => make("span", { text: fact }));
      return make("li", {}, [make("label", { class: "tick" }, [
        box,
        make("span", { class: "tick__mark", "aria-hidden": "true" }),
        make("span", { class: "tick__text" }, [row[0], facts.length > 0 && make("span", { class: "tick__facts" }, facts)]),
      ])]);
    }

    const list = (item, number) => make("ul", { class: "ticks" }, item[1].map((row, place) => paper(row, number, place)));

    function folded(item, number) {
      const inside = list(item, number);
      const button = kiosk.button(item[0] || "Mọi trường hợp", () => show(!visit.isOpen(code, number)), { class: "fold", icon: "down" });
      button.firstChild.appendChild(make("span", { class: "fold__count", text: item[1].length + " giấy tờ" }));
      function show(open) {
        visit.open(code, number, open);
        inside.hidden = !open;
        button.setAttribute("aria-expanded", String(open));
        changed();
      }
      inside.hidden = !visit.isOpen(code, number);
      button.setAttribute("aria-expanded", String(!inside.hidden));
      return make("div", { class: "case" }, [make("h3", {}, [button]), inside]);
    }

    function open(item, number) {
      return make("div", { class: "case" }, [item[0] && make("h3", { class: "case__name", text: item[0] }), list(item, number)]);
    }

    if (!dossier.cases.length) return [make("p", { class: "not-stated", text: context.catalogue.words.notStated })];
    return [
      dossier.folded && make("p", { text: "Giấy tờ chia thành " + dossier.cases.length + " nhóm theo trường hợp. Mở nhóm đúng với việc của bạn; có khi cần nhiều nhóm." }),
      dossier.cases.map(dossier.folded ? folded : open),
    ];
  }

  kiosk.papers = papers;
})(self);
