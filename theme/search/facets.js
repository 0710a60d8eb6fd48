/* The filters beside the results: lĩnh vực, đối tượng, mức độ trực tuyến, phạm vi, each with its counts.
 *
 * Public name: congkhai.searchFacets(facets, filters, changed) -> element
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var TITLES = [
    ["field", "Lĩnh vực"],
    ["applicant", "Đối tượng"],
    ["online", "Mức độ trực tuyến"],
    ["scope", "Phạm vi"]
  ];
  var MOST = 12;

  function choice(facet, entry, chosen, changed) {
    var view = congkhai.searchView;
    var box = view.element("input");
    box.type = "checkbox";
    box.name = facet;
    box.value = entry.value;
    box.checked = chosen;
    box.addEventListener("change", function () {
      changed(facet, entry.value, box.checked);
    });
    var label = view.element("label", "facets__choice", [box, " " + entry.label + " (" + entry.count + ")"]);
    return view.element("li", "", [label]);
  }

  function group(facet, title, entries, chosen, changed) {
    var view = congkhai.searchView;
    var rows = entries.slice(0, MOST).map(function (entry) {
      return choice(facet, entry, chosen.indexOf(entry.value) >= 0, changed);
    });
    var legend = view.element("legend", "facets__title", [title]);
    return view.element("fieldset", "facets__group", [legend, view.element("ul", "facets__list", rows)]);
  }

  /** A filter with one value says nothing and is left out, unless it is the chosen one. */
  congkhai.searchFacets = function (facets, filters, changed) {
    var view = congkhai.searchView;
    var groups = TITLES.filter(function (row) {
      return facets[row[0]].length > 1 || filters[row[0]].length > 0;
    }).map(function (row) {
      return group(row[0], row[1], facets[row[0]], filters[row[0]], changed);
    });
    var open = Object.keys(filters).some(function (facet) {
      return filters[facet].length > 0;
    });
    var summary = view.element("summary", "facets__summary", ["Thu hẹp kết quả"]);
    var all = view.element("details", "facets", [summary].concat(groups));
    all.open = open;
    all.hidden = !groups.length;
    return all;
  };
})(self);
