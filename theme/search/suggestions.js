/* The rows of the list under a search box, and the sentence above them.
 *
 * Public name: congkhai.searchSuggestions
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var MOST_PLACES = 2;

  function visit(address) {
    return function () {
      root.location.href = address;
    };
  }

  function option(className, children, go) {
    var made = congkhai.searchView.element("li", "suggest__option " + className, children);
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.go = go;
    return made;
  }

  function pair(name, about) {
    var view = congkhai.searchView;
    return [view.element("span", "suggest__name", [name]), view.element("span", "suggest__field", [about])];
  }

  /** The places to show: none where the form does not say where places are. */
  function places(form, found) {
    return form.getAttribute("data-search-place-link") ? found.places.slice(0, MOST_PLACES) : [];
  }

  /** The pages that answer what was asked of the office: none where the form does not say where pages are. */
  function pages(form, found) {
    return form.getAttribute("data-search-page-link") ? found.pages : [];
  }

  /** The options for an answer, in order; `submit` opens the results page. */
  function options(form, found, submit) {
    var view = congkhai.searchView;
    var rows = places(form, found).map(function (place) {
      var about = place.former ? "Tên cũ: " + place.former : "Xã, phường, đặc khu";
      var address = view.link(form.getAttribute("data-search-place-link"), place);
      return option("suggest__option--place", pair(place.name, about), visit(address));
    });
    pages(form, found).forEach(function (page) {
      var address = view.pageLink(form.getAttribute("data-search-page-link"), page);
      rows.push(option("suggest__option--page", [page.title], visit(address)));
    });
    found.results.forEach(function (hit) {
      var address = view.link(form.getAttribute("data-search-link"), hit);
      rows.push(option("", pair(view.title(hit), hit.fieldName + " · " + hit.code), visit(address)));
    });
    if (found.total > found.results.length) {
      rows.push(option("suggest__option--all", ["Xem tất cả " + found.total + " kết quả"], submit));
    }
    return rows;
  }

  /** What was asked before on this page; `again` asks it once more. */
  function recent(queries, again) {
    return queries.map(function (query) {
      return option("suggest__option--recent", [query], again.bind(null, query));
    });
  }

  /** How many answers there are beside the procedures. */
  function others(form, found) {
    return places(form, found).length + pages(form, found).length;
  }

  /** What is said above the list, "" when the answer speaks for itself. */
  function note(found, total) {
    if (found.vague) return "Hãy gõ thêm tên việc, ví dụ: khai sinh bao nhiêu tiền.";
    if (!total) return "Chưa thấy thủ tục nào khớp.";
    if (found.readAs) return "Đang tìm: " + found.readAs;
    return found.suggestions.length ? "Chưa thấy thủ tục nào khớp hẳn. Có phải bạn tìm:" : "";
  }

  congkhai.searchSuggestions = { options: options, others: others, recent: recent, note: note };
})(self);
