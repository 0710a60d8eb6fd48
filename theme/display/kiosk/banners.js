/* What must be known before anything else: not in force, or different in this very place.
 *
 * Public names: congkhai.display.kiosk.banners(context, detail) -> elements, of a procedure;
 * congkhai.display.kiosk.urgent(context), .notices(context) -> elements, of the center: a touch must not make an urgent
 * notice vanish, and opening hours never stand without what changes them
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});

  const written = (day) => day.split("-").reverse().join("/");

  function lifecycle(context, detail) {
    const make = kiosk.make;
    const by = detail.decidedBy ? " theo " + detail.decidedBy : "";
    const banner = (name, strong, text) => make("div", { class: "banner " + name }, [make("p", {}, [make("strong", { text: strong }), text])]);
    if (detail.since && context.day < detail.since) {
      return banner("banner--soon", "Sắp có hiệu lực. ", "Áp dụng từ ngày " + written(detail.since) + by + ".");
    }
    if (detail.until && detail.until < context.day) {
      const element = banner("banner--stop", "Đã bãi bỏ. ", "Hết hiệu lực sau ngày " + written(detail.until) + by + ".");
      const others = detail.replacedBy.map((row) => context.catalogue.entry(row[0])).filter(Boolean);
      if (others.length) element.appendChild(make("div", {}, [make("p", { text: "Thay bằng:" }), kiosk.rows(others, context.go)]));
      return element;
    }
    if (detail.until) return banner("banner--soon", "Sắp bãi bỏ. ", "Còn áp dụng đến hết ngày " + written(detail.until) + ".");
    return null;
  }

  function row(words) {
    const kind = words[1] ? words[0] + " – " + words[1] : words[0];
    const said = [words[3] !== null && "phí " + words[3], words[2] !== null && "thời hạn " + words[2]].filter(Boolean);
    return kiosk.make("p", { class: "verbatim" }, [kiosk.make("strong", { text: kind + ": " }), said.join("; ")]);
  }

  function overlay(one) {
    const make = kiosk.make;
    return make("div", { class: "banner banner--here" }, [
      make("h3", { text: "Quy định riêng của " + one.name }),
      one.rows.map(row),
      one.place && make("p", { text: "Nơi nộp: " + one.place }),
      one.counter && make("p", { text: "Quầy: " + one.counter }),
      one.notes.length > 0 && make("ul", { class: "bullets" }, one.notes.map((note) => make("li", { text: note }))),
      make("p", { class: "banner__source", text: "Số liệu của " + one.name + ". Nguồn: " + one.sources.join("; ") }),
    ]);
  }

  const NUMBER = / \(\d+\/\d+\)$/; // a notice that is too long for one slide comes in several, numbered

  function told(slides) {
    const make = kiosk.make;
    const titles = new Map();
    slides.forEach((slide) => {
      const words = slide.blocks.map((block) => make("p", { text: block.large || block.lead }));
      const title = slide.title.replace(NUMBER, "");
      const known = titles.get(title) || { urgent: slide.urgent, words: [] };
      titles.set(title, { urgent: known.urgent, words: known.words.concat(words) });
    });
    const banner = (title, one) => make("section", { class: "banner" + (one.urgent ? " banner--stop" : "") }, [make("h2", { text: title }), one.words]);
    return Array.from(titles, (one) => banner(one[0], one[1]));
  }

  kiosk.urgent = (context) => told(context.notices().filter((slide) => slide.urgent));
  kiosk.notices = (context) => told(context.notices());

  kiosk.banners = (context, detail) => {
    const commune = context.catalogue.commune;
    const here = detail.overlays.filter((one) => one.area === commune.code || one.area === commune.province);
    return [lifecycle(context, detail), here.map(overlay)];
  };
})(self);
