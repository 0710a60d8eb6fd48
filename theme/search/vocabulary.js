/* The words a catalogue knows, and which of them stand beside each other.
 *
 * Public name: congkhai.searchParts.vocabulary
 * A *term* is a folded word; a *word* is one written form of it.  Words are numbered once, so that a text is a row
 * of numbers and six thousand names are folded in a few milliseconds (a whole country writes ~900 syllables).
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});

  function vocabulary() {
    var fold = parts.fold;
    var wordIds = new Map();
    var words = [];
    var termOfWord = [];
    var termIds = new Map();
    var terms = [];
    var pairs = parts.pairs();
    var writtenPairs = parts.pairs();
    var letters = [];
    var forms = [];
    var formed = 0;
    var sounds = null;
    var sorted = null;

    function termId(text) {
      var id = termIds.get(text);
      if (id === undefined) {
        id = terms.length;
        termIds.set(text, id);
        terms.push(text);
        sounds = sorted = null;
      }
      return id;
    }

    function wordId(raw) {
      var id = wordIds.get(raw);
      if (id === undefined) {
        var face = fold.word(raw);
        var key = face.letters + face.tone;
        id = wordIds.get("=" + key);
        if (id === undefined) {
          id = words.length;
          words.push(face);
          termOfWord.push(termId(face.fold));
          wordIds.set("=" + key, id);
        }
        wordIds.set(raw, id);
      }
      return id;
    }

    /** The word numbers of a text, in order; remembers which are neighbours unless told not to. */
    function read(text, forget) {
      var written = fold.split(text);
      var row = [];
      for (var i = 0; i < written.length; i++) {
        var id = wordId(written[i]);
        if (!terms[termOfWord[id]]) continue;
        row.push(id);
        if (row.length > 1 && !forget) {
          var before = row[row.length - 2];
          pairs.add(termOfWord[before], termOfWord[id]);
          writtenPairs.add(before, id);
        }
      }
      return row;
    }

    function together(left, right) {
      return left < 0 || right < 0 ? 0 : pairs.count(left, right);
    }

    /** How often two typed words stand together; by their marks where both have them and are known so. */
    function beside(left, right) {
      if (left.marked && right.marked) {
        var a = wordIds.get("=" + left.letters + left.tone);
        var b = wordIds.get("=" + right.letters + right.tone);
        if (a !== undefined && b !== undefined) return writtenPairs.count(a, b);
      }
      return together(find(left.fold), find(right.fold));
    }

    function find(term) {
      var id = termIds.get(term);
      return id === undefined ? -1 : id;
    }

    /** The written forms of a term, as faces. */
    function formsOf(term) {
      while (formed < words.length) {
        (forms[termOfWord[formed]] = forms[termOfWord[formed]] || []).push(words[formed]);
        formed++;
      }
      return forms[term] || [];
    }

    function lettersOf(term) {
      while (letters.length < terms.length) letters.push(parts.near.letters(terms[letters.length]));
      return letters[term];
    }

    function alike(key) {
      if (!sounds) {
        sounds = new Map();
        terms.forEach(function (term, id) {
          var sound = parts.near.sound(term);
          if (!sounds.has(sound)) sounds.set(sound, []);
          sounds.get(sound).push(id);
        });
      }
      return sounds.get(key) || [];
    }

    /** Terms that begin with `prefix`, shortest first, at most `most`. */
    function beginning(prefix, most) {
      if (!sorted) {
        sorted = terms
          .map(function (term, id) {
            return id;
          })
          .sort(function (a, b) {
            return terms[a] < terms[b] ? -1 : 1;
          });
      }
      var low = 0;
      var high = sorted.length;
      while (low < high) {
        var middle = (low + high) >> 1;
        if (terms[sorted[middle]] < prefix) low = middle + 1;
        else high = middle;
      }
      var found = [];
      while (low < sorted.length && terms[sorted[low]].indexOf(prefix) === 0) found.push(sorted[low++]);
      found.sort(function (a, b) {
        return terms[a].length - terms[b].length || a - b;
      });
      return found.slice(0, most);
    }

    return {
      terms: terms,
      words: words,
      termOfWord: termOfWord,
      read: read,
      together: together,
      beside: beside,
      alike: alike,
      lettersOf: lettersOf,
      formsOf: formsOf,
      beginning: beginning,
      find: find
    };
  }

  parts.vocabulary = vocabulary;
})(typeof self !== "undefined" ? self : this);
