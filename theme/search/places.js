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
  var KINDS = ["xa", "phuong", "thi tran", "dac khu"];
  var BEFORE = ["o", "tai", "cua", "thuoc"]; // "khai sinh ở xã …"
  var SAME_WORD = 0.7;
  var AGREES = 0.9; // beside other words, marks that were typed must be those of the name

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
        : parts.fold.agreement(face, written[i]) > SAME_WORD;
    });
  }

  function folded(tokens) {
    return tokens
      .map(function (face) {
        return face.fold;
      })
      .join(" ");
  }

  /** Where the words in front of a place begin: "ở", "xã"; and whether one of them says what kind it is. */
  function before(tokens, at) {
    var start = at;
    var named = false;
    for (var size = 2; size > 0 && !named; size--) {
      named = start >= size && KINDS.indexOf(folded(tokens.slice(start - size, start))) >= 0;
      if (named) start -= size;
    }
    if (start > 0 && BEFORE.indexOf(tokens[start - 1].fold) >= 0) start--;
    return { start: start, named: named };
  }

  function places(rows) {
    var names = null;
    var whole = null;
    var longest = 0;

    /** Every name by its folded words, for names inside a longer query. */
    function prepareWhole() {
      whole = new Map();
      prepare();
      names.forEach(function (entry) {
        var faces = parts.fold.tokens(entry.name.replace(KIND, ""));
        longest = Math.max(longest, faces.length);
        if (!whole.has(entry.key)) whole.set(entry.key, []);
        whole.get(entry.key).push({ entry: entry, faces: faces });
      });
    }

    function called(tokens) {
      return (whole.get(folded(tokens)) || []).filter(function (known) {
        return known.faces.every(function (face, i) {
          return parts.fold.agreement(tokens[i], face) >= AGREES;
        });
      });
    }

    /**
     * The first place that a query names and the words that are left without it, perhaps none: {rest, found} or null.
     * A name of one word counts only behind "xã", "phường" …: most such words say something else.
     */
    function within(tokens) {
      if (!whole) prepareWhole();
      for (var at = 0; at < tokens.length; at++) {
        for (var size = Math.min(longest, tokens.length - at); size > 0; size--) {
          var lead = before(tokens, at);
          if (size < 2 && !lead.named) continue;
          var known = called(tokens.slice(at, at + size));
          var rest = tokens.slice(0, lead.start).concat(tokens.slice(at + size));
          if (known.length) return { rest: rest, found: inOrder(known.map(entryOf), known[0].entry.key) };
        }
      }
      return null;
    }

    function prepare() {
      if (names) return;
      names = [];
      rows.forEach(function (row) {
        names.push({ key: keyOf(row[1]), name: row[1], row: row, former: false });
        (row[2] ? row[2].split("\n") : []).forEach(function (former) {
          names.push({ key: keyOf(former), name: former, row: row, former: true });
        });
      });
    }

    /** Communes whose name begins with the query: [{code, name, former}], whole names, names of today first. */
    function find(query) {
      var text = String(query).slice(0, 80).trim();
      var key = keyOf(text);
      if (key.length < 3) return [];
      prepare();
      return inOrder(
        names.filter(function (entry) {
          return entry.key.indexOf(key) === 0 && agrees(text, entry.name);
        }),
        key
      );
    }

    return { find: find, within: within };
  }

  function entryOf(known) {
    return known.entry;
  }

  function inOrder(entries, key) {
    var found = entries.map(function (entry) {
      var rank = (entry.key === key ? 0 : 2) + (entry.former ? 1 : 0);
      return { code: entry.row[0], name: entry.row[1], former: entry.former ? entry.name : "", rank: rank };
    });
    found.sort(function (a, b) {
      return a.rank - b.rank || (a.code < b.code ? -1 : 1);
    });
    return unique(found).slice(0, MOST);
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
