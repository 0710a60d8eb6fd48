/* What editors know about words: abbreviations, synonyms, and the filler of whole questions.
 *
 * Public names: congkhai.searchParts.phrases, congkhai.searchParts.phraseTable
 * Made from content/synonyms.yml.  A phrase is found by its folded words; where the citizen typed marks they must
 * agree, so that "bìa đỏ" (the land title) is not found in "bia do".
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var FILLER_WEIGHT = 0.12;
  var AGREES = 0.9;
  var MAX_VARIANTS = 6;
  var SYNONYM_WEIGHT = 0.9;
  var SHORT_FORM_WEIGHT = 0.985;
  var UNFINISHED_WEIGHT = 0.65; // "đăng ký kh" is more often khai sinh being typed than kết hôn cut short

  function phraseOf(text) {
    return parts.fold.tokens(text);
  }

  function keyOf(faces) {
    return faces
      .map(function (face) {
        return face.fold;
      })
      .join(" ");
  }

  /** A table of phrases -> whatever stands for them; longest match first. */
  function table() {
    var rows = new Map();
    var longest = 0;

    function add(faces, value) {
      if (!faces.length) return;
      var key = keyOf(faces);
      if (!rows.has(key)) rows.set(key, []);
      rows.get(key).push({ faces: faces, value: value });
      longest = Math.max(longest, faces.length);
    }

    function agrees(tokens, at, faces) {
      for (var i = 0; i < faces.length; i++) {
        if (parts.fold.agreement(tokens[at + i], faces[i]) < AGREES) return false;
      }
      return true;
    }

    /** All phrases that begin at `at`: [{length, value}], longest first. */
    function starting(tokens, at) {
      var found = [];
      for (var size = Math.min(longest, tokens.length - at); size > 0; size--) {
        var hits = rows.get(keyOf(tokens.slice(at, at + size))) || [];
        for (var i = 0; i < hits.length; i++) {
          if (agrees(tokens, at, hits[i].faces)) found.push({ length: size, value: hits[i].value });
        }
      }
      return found;
    }

    return { add: add, starting: starting };
  }

  function splice(tokens, at, length, faces) {
    return tokens.slice(0, at).concat(faces, tokens.slice(at + length));
  }

  /** Read the editors' lists; `learn(text)` is called with every phrase that becomes part of the vocabulary. */
  function phrases(lists, learn) {
    var shortForms = table();
    var synonyms = table();
    var fillers = table();

    (lists.shortForms || []).forEach(function (row) {
      shortForms.add(phraseOf(row[0]), phraseOf(row[1]));
      row.forEach(learn);
    });
    (lists.synonyms || []).forEach(function (group) {
      var faces = group.map(phraseOf);
      group.forEach(learn);
      faces.forEach(function (from, i) {
        synonyms.add(
          from,
          faces.filter(function (to, j) {
            return i !== j;
          })
        );
      });
    });
    (lists.oneWay || []).forEach(function (row) {
      synonyms.add(phraseOf(row[0]), row.slice(1).map(phraseOf));
      row.forEach(learn);
    });
    (lists.fillers || []).forEach(function (text) {
      fillers.add(phraseOf(text), true);
      learn(text);
    });

    /**
     * A weight for every token: 1, or little where it belongs to a filler; all filler is no filler, and neither
     * is a word that nobody typed (`typed` are the words as they came).
     */
    function weights(tokens, typed) {
      var result = tokens.map(function () {
        return 1;
      });
      for (var i = 0; i < tokens.length; i++) {
        for (var j = fillerAt(tokens, i) - 1; j >= 0; j--) {
          if (!typed || typed.indexOf(tokens[i + j]) >= 0) result[i + j] = FILLER_WEIGHT;
        }
      }
      var all = result.every(function (weight) {
        return weight < 1;
      });
      return all
        ? result.map(function () {
            return 1;
          })
        : result;
    }

    /** Every abbreviation written out at once; null when there is none. */
    function writtenOut(tokens) {
      var result = tokens;
      var changed = false;
      for (var i = 0; i < result.length; i++) {
        var hit = shortForms.starting(result, i)[0];
        if (hit) {
          result = splice(result, i, hit.length, hit.value);
          i += hit.value.length - 1;
          changed = true;
        }
      }
      return changed ? result : null;
    }

    function replaced(tokens) {
      var found = [];
      for (var i = 0; i < tokens.length && found.length < MAX_VARIANTS; i++) {
        synonyms.starting(tokens, i).forEach(function (hit) {
          hit.value.forEach(function (faces) {
            if (found.length < MAX_VARIANTS) found.push(splice(tokens, i, hit.length, faces));
          });
        });
      }
      return found;
    }

    /** The ways to say the same: [{tokens, weight}], the query itself first. */
    function variants(tokens, growing, most) {
      var found = [{ tokens: tokens, weight: 1 }];
      var full = writtenOut(tokens);
      var unfinished = growing && tokens.length > 1 && tokens[tokens.length - 1].fold.length < 3;
      if (full) found.push({ tokens: full, weight: unfinished ? UNFINISHED_WEIGHT : SHORT_FORM_WEIGHT });
      replaced(tokens).forEach(function (other) {
        found.push({ tokens: writtenOut(other) || other, weight: SYNONYM_WEIGHT });
      });
      if (full) {
        replaced(full).forEach(function (other) {
          found.push({ tokens: other, weight: SYNONYM_WEIGHT * SHORT_FORM_WEIGHT });
        });
      }
      return found.slice(0, most);
    }

    /** How many words the filler takes that begins at `at`; 0 where none does. */
    function fillerAt(tokens, at) {
      var hit = fillers.starting(tokens, at)[0];
      return hit ? hit.length : 0;
    }

    return { weights: weights, variants: variants, fillerAt: fillerAt };
  }

  parts.phrases = phrases;
  parts.phraseTable = table;
})(typeof self !== "undefined" ? self : this);
