/* The address of a results page, read and written: ?q=…&linh_vuc=…&doi_tuong=…&truc_tuyen=…&pham_vi=…&dung=1
 *
 * Public name: congkhai.searchAddress
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var MAX_QUERY = 400;
  var NAMES = { field: "linh_vuc", applicant: "doi_tuong", online: "truc_tuyen", scope: "pham_vi" };

  /** What an address asks for: {query, filters, exact}. */
  function read(search) {
    var given = new URLSearchParams(search);
    var filters = {};
    Object.keys(NAMES).forEach(function (facet) {
      filters[facet] = given.getAll(NAMES[facet]);
    });
    return { query: (given.get("q") || "").slice(0, MAX_QUERY), filters: filters, exact: given.get("dung") === "1" };
  }

  /** The query part of the address for a question: "?q=…". */
  function write(asked) {
    var given = new URLSearchParams();
    given.set("q", asked.query);
    Object.keys(NAMES).forEach(function (facet) {
      (asked.filters[facet] || []).forEach(function (value) {
        given.append(NAMES[facet], value);
      });
    });
    if (asked.exact) given.set("dung", "1");
    return "?" + given.toString();
  }

  congkhai.searchAddress = { read: read, write: write };
})(self);
