/* A hit as the citizen sees it: what matched, where to highlight, how the query was understood.
 *
 * Public name: congkhai.searchParts.explain
 * Highlights are offsets [start, end] into the official name (`highlights`) and the short name
 * (`shortHighlights`); nothing here is HTML.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var PLACES = { name: "tên thủ tục", short: "tên thường gọi", keyword: "từ người dân hay dùng" };
  var SUGGESTIONS = 3;
  var SURE = 0.45;

  function explain(catalogue, index) {
    function covered(tokens, face, last) {
      return tokens.some(function (token, i) {
        if (token.fold === face.fold) return parts.fold.agreement(token, face) >= 0.6;
        return i === last && face.fold.indexOf(token.fold) === 0;
      });
    }

    /** Runs of matched words in a text, as offsets; neighbours are joined. */
    function highlights(text, tokens) {
      var found = [];
      parts.fold.spans(text).forEach(function (span) {
        var face = parts.fold.word(text.slice(span[0], span[1]));
        if (!covered(tokens, face, tokens.length - 1)) return;
        var last = found[found.length - 1];
        if (last && /^[\s,-]*$/.test(text.slice(last[1], span[0]))) last[1] = span[1];
        else found.push([span[0], span[1]]);
      });
      return found;
    }

    function why(hit) {
      if (!hit.unit) return { kind: "code", phrase: "", text: "Khớp mã thủ tục" };
      var phrase = hit.unit.text;
      var text = "Khớp " + PLACES[hit.unit.kind];
      if (hit.unit.kind === "keyword") text += " “" + phrase + "”";
      if (hit.read) text += ", sau khi hiểu là “" + written(hit) + "”";
      return { kind: hit.unit.kind, phrase: phrase, text: text };
    }

    /** The words of a reading with their marks, as the unit that matched writes them. */
    function written(hit) {
      var forms = new Map();
      var units = index.unitsOf[hit.doc].map(function (id) {
        return index.units[id];
      });
      units.concat(hit.unit).forEach(function (unit) {
        unit.text
          .toLowerCase()
          .slice(0, 400)
          .replace(/[^\s.,;:()/“”"]+/g, function (word) {
            forms.set(parts.fold.word(word).fold, word);
            return word;
          });
      });
      return hit.read
        .map(function (token) {
          return token.marked ? token.letters.length && form(token, forms) : forms.get(token.fold) || token.fold;
        })
        .join(" ");
    }

    function form(token, forms) {
      var known = forms.get(token.fold);
      return known && parts.fold.agreement(token, parts.fold.word(known)) > 0.9 ? known : parts.fold.spell(token);
    }

    function result(hit) {
      var row = catalogue.rows[hit.doc];
      return {
        code: row[0],
        name: row[1],
        shortName: row[2] || "",
        field: catalogue.fieldOf(hit.doc)[0],
        fieldName: catalogue.fieldOf(hit.doc)[1],
        score: Math.round(hit.score * 10000) / 10000,
        why: why(hit),
        highlights: highlights(row[1], hit.tokens),
        shortHighlights: row[2] ? highlights(row[2], hit.tokens) : []
      };
    }

    /** "đăng ký khai sinh" when the best answers come from another reading than what was typed, else "". */
    function readAs(hits) {
      return hits.length && hits[0].read && hits[0].score >= SURE ? written(hits[0]) : "";
    }

    /** Names to offer as "có phải bạn tìm …?" when the best answer is a weak one. */
    function suggestions(hits) {
      if (!hits.length || hits[0].score >= SURE) return [];
      return hits.slice(0, SUGGESTIONS).map(function (hit) {
        var row = catalogue.rows[hit.doc];
        return { code: row[0], text: row[2] || row[1] };
      });
    }

    return { result: result, readAs: readAs, suggestions: suggestions };
  }

  parts.explain = explain;
})(typeof self !== "undefined" ? self : this);
