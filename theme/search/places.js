/* Communes by today's name and by the names they had before 1 July 2025.
 *
 * Public name: congkhai.searchParts.places
 * Rows: [code, name, former names joined by line breaks].  Places have their own words: three thousand names of
 * communes would otherwise make every typing slip a known word.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var KIND = /^(xã|phường|thị trấn|đặc khu|xa|phuong|thi tran|dac khu)\s+/i;
  var MOST = 5;

  function keyOf(text) {
    return parts.fold
      .tokens(text.replace(KIND, ""))
      .map(function (face) {
        return face.fold;
      })
      .join(" ");
  }

  function agrees(query, name) {
    var typed = parts.fold.tokens(query.replace(KIND, ""));
    var written = parts.fold.tokens(name.replace(KIND, ""));
    return typed.every(function (face, i) {
      return i === typed.length - 1 && face.fold !== written[i].fold
        ? true
        : parts.fold.agreement(face, written[i]) > 0.7;
    });
  }

  function places(rows) {
    var names = null;

    function prepare() {
      names = [];
      rows.forEach(function (row) {
        names.push({ key: keyOf(row[1]), name: row[1], row: row, former: false });
        (row[2] ? row[2].split("\n") : []).forEach(function (former) {
          names.push({ key: keyOf(former), name: former, row: row, former: true });
        });
      });
    }

    /** Communes whose name begins with the query: [{code, name, former}], whole names and today's names first. */
    function find(query) {
      var text = String(query).slice(0, 80).trim();
      var key = keyOf(text);
      if (key.length < 3) return [];
      if (!names) prepare();
      var found = [];
      names.forEach(function (entry) {
        if (entry.key.indexOf(key) !== 0 || !agrees(text, entry.name)) return;
        var rank = (entry.key === key ? 0 : 2) + (entry.former ? 1 : 0);
        found.push({ code: entry.row[0], name: entry.row[1], former: entry.former ? entry.name : "", rank: rank });
      });
      found.sort(function (a, b) {
        return a.rank - b.rank || (a.code < b.code ? -1 : 1);
      });
      return unique(found).slice(0, MOST);
    }

    return { find: find };
  }

  function unique(found) {
    var seen = new Set();
    return found.filter(function (place) {
      var fresh = !seen.has(place.code);
      seen.add(place.code);
      return fresh;
    });
  }

  parts.places = places;
})(typeof self !== "undefined" ? self : this);
