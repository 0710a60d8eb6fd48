/* What one typed word may have been meant to be, each reading with how likely it is.
 *
 * Public name: congkhai.searchParts.readings
 * Only words outside the vocabulary are read freely; a known word gets another reading only where that reading is
 * a neighbour of the words beside it and the word itself is not (see rewrite.js).
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var KEYS = 0.97;
  var INITIALS = 0.9;
  var SPLIT = 0.94;
  var SOUND = 0.88;
  var ONE_SLIP = 0.82;
  var TWO_SLIPS = 0.6;
  var OTHER_START = 0.92;
  var OTHER_MARKS = 0.6;

  function readings(index) {
    var words = index.words;
    var initials = parts.split.initials(index);
    var cache = new Map();

    function face(term) {
      return parts.fold.word(words.terms[term]);
    }

    /** The written form of `term` that keeps the typed marks, as [face, weight]; a slip seldom changes a tone. */
    function keepingMarks(token, term, most) {
      if (!token.marked) return [face(term), 1];
      var form = words.formsOf(term).find(function (written) {
        var tone = token.tone === written.tone || !token.tone || (token.tone > 2 && token.tone + written.tone === 7);
        return tone && parts.near.edits(token.letters, written.letters) <= most;
      });
      return form ? [form, 1] : [face(term), OTHER_MARKS];
    }

    function keysLeft(token) {
      if (token.marked) return [];
      return parts.typing
        .readings(token.fold)
        .map(parts.fold.word)
        .filter(function (read) {
          return read.fold !== token.fold && words.find(read.fold) >= 0;
        })
        .map(function (read) {
          return { faces: [read], weight: KEYS, kind: "keys" };
        });
    }

    function soundsLike(token) {
      return words
        .alike(parts.near.sound(token.fold))
        .filter(function (term) {
          return words.terms[term] !== token.fold;
        })
        .map(function (term) {
          var form = keepingMarks(token, term, 2);
          return { faces: [form[0]], weight: SOUND * form[1], kind: "sound" };
        });
    }

    function slips(token, most) {
      if (token.fold.length < 3 || token.fold.length > 9 || /\d/.test(token.fold)) return [];
      var found = [];
      var letters = parts.near.letters(token.fold);
      words.terms.forEach(function (term, id) {
        if (Math.abs(term.length - token.fold.length) > most || term.length < 2) return;
        if (parts.near.apart(letters, words.lettersOf(id)) > 2 * most) return;
        var edits = parts.near.edits(token.fold, term);
        if (!edits || edits > most) return;
        var weight = edits === 1 ? ONE_SLIP : TWO_SLIPS;
        if (term[0] !== token.fold[0]) weight *= OTHER_START;
        var form = keepingMarks(token, id, edits);
        found.push({ faces: [form[0]], weight: weight * form[1], kind: "slip" });
      });
      return found;
    }

    function apart(token, growing) {
      var numbered = /^(\d+)([a-z]{2,})$/.exec(token.fold) || /^([a-z]{3,})(\d{2,})$/.exec(token.fold);
      if (numbered) {
        return [{ faces: numbered.slice(1).map(parts.fold.word), weight: SPLIT, kind: "split" }];
      }
      var cut = parts.split.syllables(words, token.fold, growing);
      if (!cut) return [];
      var doubt = Math.max(0.5, 1 - 0.06 * (cut.cost - 1));
      return [{ faces: cut.row.map(face), weight: SPLIT * Math.min(1, doubt), kind: "split" }];
    }

    function shortened(token) {
      var faces = initials(token.fold);
      return faces.length ? [{ faces: faces, weight: INITIALS, kind: "initials" }] : [];
    }

    function unknown(token, growing) {
      var found = keysLeft(token).concat(shortened(token), apart(token, growing), soundsLike(token));
      return found.concat(slips(token, token.fold.length > 4 ? 2 : 1));
    }

    function known(token) {
      return keysLeft(token).concat(soundsLike(token), slips(token, 1));
    }

    function kept(token, isKnown, growing) {
      var key = token.letters + token.tone + (isKnown ? "+" : growing ? "~" : "-");
      var found = cache.get(key);
      if (!found) {
        if (cache.size > 2000) cache.clear();
        found = isKnown ? known(token) : unknown(token, growing);
        cache.set(key, found);
      }
      return found;
    }

    return {
      known: function (token) {
        return kept(token, true, false);
      },
      unknown: function (token, growing) {
        return kept(token, false, growing);
      }
    };
  }

  parts.readings = readings;
})(typeof self !== "undefined" ? self : this);
