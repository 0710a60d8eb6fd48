/* The catalogue as rows of word numbers, with the weights that BM25 needs.
 *
 * Public name: congkhai.searchParts.index
 * A *unit* is one thing a citizen might have meant to type: the name, the short name, one keyword phrase.  Units
 * are kept apart because "giấy độc thân" answers a query as a whole, not as three loose words of a long page.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var K1 = 1.2;
  var B = 0.3;
  var FIELD_WEIGHT = 0.5;
  var TEXT_WEIGHT = 2;
  var TAIL = 0.3; // what follows "(", ";" or "đối với" in an official name describes, it does not name
  var TAIL_START = /[(;/]|,\s*(trừ|bao gồm)\s|đối với|trong trường hợp|thuộc thẩm quyền|thực hiện (tại|bằng)|theo quy định/i;
  var HEAD_WORDS = 14;

  function postings(count) {
    return { docs: [], weights: [], last: -1, count: count };
  }

  /** Add the weight of one term in one document; documents come in rising order. */
  function post(table, term, doc, weight) {
    var list = table[term] || (table[term] = postings());
    if (list.last === doc) list.weights[list.weights.length - 1] += weight;
    else {
      list.docs.push(doc);
      list.weights.push(weight);
      list.last = doc;
    }
  }

  function headLength(text, row) {
    var cut = TAIL_START.exec(text);
    var head = cut && cut.index > 8 ? parts.fold.split(text.slice(0, cut.index)).length : row.length;
    return Math.max(1, Math.min(head, HEAD_WORDS, row.length));
  }

  function idf(documents, frequency) {
    return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
  }

  /** Turn raw weights into BM25 impacts once, so that a query only adds numbers up. */
  function impacts(table, lengths, documents) {
    var total = 0;
    for (var i = 0; i < lengths.length; i++) total += lengths[i];
    var average = total / (lengths.length || 1);
    table.forEach(function (list) {
      list.idf = idf(documents, list.docs.length);
      for (var i = 0; i < list.docs.length; i++) {
        var length = 1 - B + (B * lengths[list.docs[i]]) / average;
        list.weights[i] = (list.idf * list.weights[i] * (K1 + 1)) / (list.weights[i] + K1 * length);
      }
    });
  }

  /**
   * Index documents {texts: [[kind, text], …], field: text}.  Returns the units, the postings and the words.
   */
  function index(documents) {
    var words = parts.vocabulary();
    var units = [];
    var unitsOf = [];
    var table = [];
    var lengths = [];

    function addUnit(doc, kind, text) {
      var row = words.read(text, kind === "field");
      if (!row.length) return;
      var weight = kind === "field" ? FIELD_WEIGHT : TEXT_WEIGHT;
      for (var i = 0; i < row.length; i++) post(table, words.termOfWord[row[i]], doc, weight);
      lengths[doc] += weight * row.length;
      if (kind === "field") return;
      var head = kind === "name" ? headLength(text, row) : row.length;
      unitsOf[doc].push(units.length);
      units.push({ doc: doc, kind: kind, text: text, row: row, head: head, weight: 0 });
    }

    documents.forEach(function (document, doc) {
      lengths[doc] = 0;
      unitsOf[doc] = [];
      document.texts.forEach(function (entry) {
        addUnit(doc, entry[0], entry[1]);
      });
      if (document.field) addUnit(doc, "field", document.field);
    });
    impacts(table, lengths, documents.length);
    var rare = idf(documents.length, 1);
    return {
      words: words,
      units: units,
      unitsOf: unitsOf,
      table: table,
      size: documents.length,
      tail: TAIL,
      rare: rare,
      idf: function (term) {
        return term >= 0 && table[term] ? table[term].idf : rare * 0.6;
      }
    };
  }

  parts.index = index;
})(typeof self !== "undefined" ? self : this);
