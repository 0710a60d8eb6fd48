/* The address of a results page, read and written: #q=…&linh_vuc=…&doi_tuong=…&truc_tuyen=…&pham_vi=…&dung=1
 *
 * Public name: congkhai.searchAddress
 * A question stands in the fragment, which a browser never sends to a server.  An address with ?q=…, as others
 * may have written it, is read too, and turned into the other at once.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var MAX_QUERY = 400;
  var NAMES = { field: "linh_vuc", applicant: "doi_tuong", online: "truc_tuyen", scope: "pham_vi" };

  /** What a location asks for: {query, filters, exact}. */
  function read(location) {
    var given = new URLSearchParams(location.hash.indexOf("=") > 0 ? location.hash.slice(1) : location.search);
    var filters = {};
    Object.keys(NAMES).forEach(function (facet) {
      filters[facet] = given.getAll(NAMES[facet]);
    });
    return { query: (given.get("q") || "").slice(0, MAX_QUERY), filters: filters, exact: given.get("dung") === "1" };
  }

  /** The fragment for a question: "#q=…". */
  function write(asked) {
    var given = new URLSearchParams();
    given.set("q", asked.query);
    Object.keys(asked.filters ? NAMES : {}).forEach(function (facet) {
      (asked.filters[facet] || []).forEach(function (value) {
        given.append(NAMES[facet], value);
      });
    });
    if (asked.exact) given.set("dung", "1");
    return "#" + given.toString();
  }

  /** Take the question out of what a reload would send. */
  function hide(asked) {
    try {
      root.history.replaceState(null, "", root.location.pathname + write(asked));
    } catch (error) {
      // file:// in some browsers: nothing is sent there anyway
    }
  }

  congkhai.searchAddress = { read: read, write: write, hide: hide };
})(self);
