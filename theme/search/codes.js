/* Procedure codes as people write them: 1.004194, 1004194, "mã 4194", 1.004194.000.00.00.H40.
 *
 * Public name: congkhai.searchParts.codes
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var WRITTEN = /\d(?:[\d.\s-]*\d)?/g;
  var SUFFIX = /(\.?000){1,3}(\.00)*(\.H\d+)?\s*$/i;
  var CALLED = /(^|[^a-zà-ỹđ])(mã|ma|tthc|thủ tục số|thu tuc so|số|so)([^a-zà-ỹđ]|$)/i;
  var WHOLE = 7;
  var TAIL = 4;

  function digitsOf(code) {
    return code.replace(/\D/g, "").slice(0, WHOLE);
  }

  /** What looks like a code in the query, as digits; "" when nothing does. */
  function typed(query) {
    var text = String(query).slice(0, 200).trim();
    var base = text.replace(SUFFIX, "").replace(/(\d[.\s]?)[oO](?=[oO\d])/g, "$10").replace(/([.\d])[oO](?=[\doO])/g, "$10");
    var found = base.match(WRITTEN) || [];
    var digits = found
      .map(function (part) {
        return part.replace(/\D/g, "");
      })
      .sort(function (a, b) {
        return b.length - a.length;
      })[0];
    if (!digits || digits.length < TAIL) return "";
    var rest = base.replace(/[\d.\s-]/g, "").length;
    var called = CALLED.test(base);
    if (digits.length >= 6) return digits.slice(0, WHOLE);
    return rest === 0 || called ? digits : "";
  }

  /** Codes that fit: [{doc, score}], whole before beginning before tail before anywhere. */
  function find(codes, query) {
    var digits = typed(query);
    if (!digits) return [];
    var found = [];
    codes.forEach(function (code, doc) {
      var whole = digitsOf(code);
      var score = 0;
      if (whole === digits) score = 2;
      else if (whole.slice(-digits.length) === digits) score = 1.6;
      else if (whole.indexOf(digits) === 0) score = 1.5;
      else if (whole.indexOf(digits) > 0) score = 1.3;
      if (score) found.push({ doc: doc, score: score });
    });
    return found;
  }

  parts.codes = { find: find };
})(typeof self !== "undefined" ? self : this);
