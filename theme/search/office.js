/* What is asked of the office and not of a procedure: where it is, when it opens, whom to complain to.
 *
 * Public name: congkhai.searchParts.office
 * Rows: [address of the page, its title, ways to ask joined by line breaks].  "Ở đâu nộp" names no procedure; read
 * again as if it did, it becomes the likeliest nonsense.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});

  function office(rows, fillerAt) {
    var asked = parts.phraseTable();
    rows.forEach(function (row) {
      var page = { path: row[0], title: row[1] };
      row[2].split("\n").forEach(function (text) {
        asked.add(parts.fold.tokens(text), page);
      });
    });

    /** The pages that answer: [{path, title}], none for mere filler; null where a word may speak of a procedure. */
    return function (tokens) {
      var found = [];
      for (var at = 0; at < tokens.length; ) {
        var hit = asked.starting(tokens, at)[0];
        if (hit && found.indexOf(hit.value) < 0) found.push(hit.value);
        var length = hit ? hit.length : fillerAt(tokens, at);
        if (!length) return null;
        at += length;
      }
      return found;
    };
  }

  parts.office = office;
})(typeof self !== "undefined" ? self : this);
