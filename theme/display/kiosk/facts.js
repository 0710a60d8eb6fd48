/* The sections of a procedure's screen, in the words of the record; what the source does not say is said to be unsaid.
 *
 * Public name: congkhai.display.kiosk.parts(context, detail) -> {top, dossier, steps, channels, conditions, laws,
 * complaints, about}, each a function that makes elements.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const LARGE = 24;
  const MIDDLE = 60;

  const size = (text) => (text.length > MIDDLE ? " value--long" : text.length > LARGE ? " value--middle" : "");

  function parts(context, detail) {
    const make = kiosk.make;
    const words = context.catalogue.words;

    const silent = () => make("p", { class: "not-stated", text: words.notStated });
    const stated = (text) => (text === null ? silent() : make("p", { class: "verbatim", text: text }));
    const bullets = (texts) => make("ul", { class: "bullets" }, texts.map((text) => make("li", { class: "verbatim", text: text })));
    const listOr = (texts) => (texts.length ? bullets(texts) : silent());

    function fact(label, content) {
      return make("div", { class: "fact" }, [make("h2", { class: "fact__label", text: label }), content]);
    }

    /** Statements of a fee or a time; where there are several, each with what it holds for. */
    function statements(rows) {
      if (!rows.length) return silent();
      return rows.map((row) => make("div", { class: "fact__one" }, [
        row[0] === null ? silent() : make("p", { class: "value verbatim" + size(row[0]), text: row[0] }),
        (rows.length > 1 || row[1].indexOf(" – ") > 0) && make("p", { class: "fact__where", text: row[1] }),
      ]));
    }

    function place() {
      const counters = context.catalogue.countersOf(detail.field);
      return [
        make("p", { class: "value" + size(detail.place), text: detail.place }),
        counters.length > 0 && make("p", { class: "value value--middle", text: counters.join(", ") }),
        detail.ways.length > 0 && make("p", { text: detail.ways.join(", ") }),
        detail.online && make("p", { text: detail.online }),
      ];
    }

    function received() {
      if (!detail.results.length) return silent();
      return detail.results.map((row) => make("p", { class: "value" + size(row[0]), text: row[0] }));
    }

    function top() {
      const other = detail.shortName && detail.shortName !== detail.name;
      return [
        detail.summary && make("p", { class: "lead", text: detail.summary }),
        other && make("p", { class: "official" }, [make("strong", { text: "Tên đầy đủ: " }), detail.name]),
        kiosk.banners(context, detail),
        make("div", { class: "facts" }, [
          fact("Phí, lệ phí", statements(detail.fees)),
          fact("Thời hạn", statements(detail.times)),
          fact("Nộp ở đâu, cách nào", place()),
          fact("Kết quả nhận được", received()),
        ]),
        detail.sparse && make("p", { class: "banner", text: "Ở đây mới có những điều chính, chưa có hướng dẫn chi tiết. Phần nào ghi «" + words.notStated + "» thì xin hỏi cán bộ tại quầy trước khi nộp." }),
      ];
    }

    function dossier(tell) {
      const all = detail.dossier.cases.reduce((sum, item) => sum + item[1].length, 0);
      const code = detail.code.slice(0, 8);
      const changed = () => {
        const ticked = context.visit.ticked(code);
        tell.textContent = ticked ? "Bạn đã đánh dấu " + ticked + " trong " + all + " giấy tờ." : "";
      };
      changed();
      const notes = detail.dossier.notes;
      return [
        all > 0 && make("p", { text: "Chạm vào giấy tờ bạn đã có để đánh dấu, rồi mang danh sách về điện thoại." }),
        detail.dossier.sets && make("p", {}, ["Số bộ hồ sơ: ", make("strong", { text: detail.dossier.sets })]),
        tell,
        kiosk.papers(context, code, detail.dossier, changed),
        notes.length > 0 && make("div", { class: "banner" }, [make("h3", { text: "Lưu ý" }), bullets(notes)]),
      ];
    }

    function steps() {
      if (!detail.steps.length) return silent();
      return make("ol", { class: "steps" + (detail.steps.length > 1 ? "" : " steps--one") }, detail.steps.map((row) => make("li", {}, [
        make("p", { class: "verbatim", text: row[0] }),
        row[1] && make("p", { class: "steps__fact" }, [make("strong", { text: "Ai làm: " }), row[1]]),
        row[2] && make("p", { class: "steps__fact" }, [make("strong", { text: "Bao lâu: " }), row[2]]),
      ])));
    }

    function channels() {
      if (!detail.channels.length) return silent();
      return detail.channels.map((row) => make("div", { class: "channel" }, [
        make("h3", { text: row[1] ? row[0] + " – " + row[1] : row[0] }),
        make("dl", { class: "pairs" }, [["Thời hạn", row[2]], ["Phí, lệ phí", row[3]]].map((pair) => [
          make("dt", { text: pair[0] }), make("dd", {}, [stated(pair[1])]),
        ])),
        row[4] && make("p", { class: "verbatim", text: row[4] }),
      ]));
    }

    function conditions() {
      return [
        make("h3", { text: "Ai được làm" }), listOr(detail.applicants),
        make("h3", { text: "Yêu cầu, điều kiện" }), stated(detail.conditions),
        make("h3", { text: "Kết quả" }), listOr(detail.results.map((row) => (row[1] ? row[0] + " (" + row[1] + ")" : row[0]))),
        detail.agencies.length > 0 && kiosk.pairs(detail.agencies, words.notStated),
        detail.related.length > 0 && related(),
      ];
    }

    function related() {
      const known = detail.related.map((row) => context.catalogue.entry(row[0])).filter(Boolean);
      return known.length ? [make("h3", { text: "Thủ tục liên quan" }), kiosk.rows(known, context.go)] : [];
    }

    function laws() {
      if (!detail.laws.length) return silent();
      return make("ul", { class: "bullets" }, detail.laws.map((row) => make("li", {}, [
        row[0] && make("strong", { text: row[0] + " – " }), row[1], row[2] && " (" + row[2] + ")",
      ])));
    }

    function complaints() {
      return [
        make("p", { text: "Nếu bị yêu cầu giấy tờ ngoài danh sách trên, bị trễ hẹn hoặc thu sai phí, bạn có quyền phản ánh." }),
        kiosk.complaints(context.catalogue),
      ];
    }

    function about() {
      const missing = detail.missing.length > 0 && "Còn thiếu theo Điều 8 Nghị định 63/2010/NĐ-CP: nguồn chưa nêu " + detail.missing.join(", ") + ".";
      return [
        kiosk.pairs(detail.about, words.notStated),
        detail.stale && make("p", { class: "banner", text: "Đã lâu chưa rà soát lại: nên hỏi cán bộ tại quầy trước khi nộp." }),
        make("h3", { text: "Nguồn" }), listOr(detail.sources),
        detail.changes.length > 0 && [make("h3", { text: "Thay đổi" }), bullets(detail.changes.map((row) => row[0] + ": " + row[1]))],
        missing && make("p", { class: "banner", text: missing }),
        detail.doubts.length > 0 && make("div", { class: "banner" }, [make("h3", { text: "Chỗ nguồn ghi chưa rõ" }), bullets(detail.doubts)]),
      ];
    }

    return { top: top, dossier: dossier, steps: steps, channels: channels, conditions: conditions, laws: laws, complaints: complaints, about: about };
  }

  kiosk.parts = parts;
})(self);
