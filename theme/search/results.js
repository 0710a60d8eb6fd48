/* The results page /tim-kiem/#q=…: links, Back, filters with counts, and never a dead end.
 *
 * Public name: congkhai.searchResults(place); elements with data-search-results are set up by themselves.
 * On the element: data-search-parts, data-search-link ("…/{base}/"), data-search-place-link, data-search-page-link; a <template
 * data-search-nothing> inside holds what to offer when nothing is found (fields, life events, hotline).
 * Needs load.js, marked.js, address.js and facets.js.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var PAGE = 20;
  var PERHAPS = "Có phải bạn tìm …?";

  function setUp(place) {
    var view = congkhai.searchView;
    var address = congkhai.searchAddress;
    var nothing = place.querySelector("template[data-search-nothing]");
    var form = document.querySelector("form[data-search]");
    var input = form && form.querySelector("input[type=search]");
    var status = view.element("p", "found__status");
    status.setAttribute("role", "status");
    var body = view.element("div", "found__body");
    var asked = address.read(root.location);
    var shown = PAGE;
    var title = document.title;
    place.classList.add("found");
    place.appendChild(status);
    place.appendChild(body);

    function go(next) {
      root.location.hash = address.write(next); // and so a new entry for Back
    }

    function changed(changes) {
      return Object.assign({}, asked, changes);
    }

    function link(text, next) {
      var made = view.element("a", "", [text]);
      made.href = address.write(next);
      return made;
    }

    function narrowed(facet, value, chosen) {
      var filters = Object.assign({}, asked.filters);
      filters[facet] = filters[facet].filter(function (other) {
        return other !== value;
      });
      if (chosen) filters[facet] = filters[facet].concat(value);
      go(changed({ filters: filters }));
    }

    function hitRow(hit) {
      var anchor = view.element("a", "found__link", [view.title(hit)]);
      anchor.href = view.link(place.getAttribute("data-search-link"), hit);
      var rows = [view.element("h3", "found__title", [anchor])];
      if (hit.shortName) rows.push(view.element("p", "found__name", [view.marked(hit.name, hit.highlights)]));
      rows.push(view.element("p", "found__facts", [hit.fieldName + " · Mã " + hit.code]));
      rows.push(view.element("p", "found__why", [hit.why.text]));
      return view.element("li", "found__item", rows);
    }

    function placeRow(found) {
      var anchor = view.element("a", "", [found.name]);
      anchor.href = view.link(place.getAttribute("data-search-place-link"), found);
      var former = found.former ? [" (tên cũ: " + found.former + ")"] : [];
      return view.element("li", "found__item", [anchor].concat(former));
    }

    function pageRow(page) {
      var anchor = view.element("a", "", [page.title]);
      anchor.href = view.pageLink(place.getAttribute("data-search-page-link"), page);
      return view.element("li", "found__item", [anchor]);
    }

    /** Where else the answer lies: communes that were named, pages that answer what the office was asked. */
    function elsewhere(found) {
      var rows = place.getAttribute("data-search-place-link") ? found.places.map(placeRow) : [];
      return rows.concat(place.getAttribute("data-search-page-link") ? found.pages.map(pageRow) : []);
    }

    function readAs(found) {
      var text = ["Đang tìm: ", view.element("strong", "", [found.readAs]), ". "];
      text.push(link("Chỉ tìm đúng chữ đã gõ: “" + asked.query + "”", changed({ exact: true })));
      return view.element("p", "found__read", text);
    }

    function perhaps(found) {
      var rows = found.suggestions.map(function (other) {
        return view.element("li", "", [link(other.text, changed({ query: other.text, exact: false }))]);
      });
      var heading = view.element("h2", "found__heading", [PERHAPS]);
      return view.element("div", "found__perhaps", [heading, view.element("ul", "", rows)]);
    }

    function more() {
      var button = view.element("button", "found__more", ["Xem thêm kết quả"]);
      button.type = "button";
      button.addEventListener("click", function () {
        var first = shown;
        shown += PAGE;
        answer();
        var next = body.querySelectorAll(".found__link")[first];
        if (next) next.focus();
      });
      return button;
    }

    function hasFilters() {
      return Object.keys(asked.filters).some(function (facet) {
        return asked.filters[facet].length > 0;
      });
    }

    function emptyHanded() {
      var offered = [];
      if (hasFilters()) {
        var none = { field: [], applicant: [], online: [], scope: [] };
        offered.push(view.element("p", "", [link("Bỏ hết các mục thu hẹp", changed({ filters: none }))]));
      }
      if (asked.exact) offered.push(view.element("p", "", [link("Tìm cả cách viết gần giống", changed({ exact: false }))]));
      if (nothing) offered.push(document.importNode(nothing.content, true));
      return offered;
    }

    function heading(found) {
      if (!asked.query.trim()) return "Hãy gõ việc bạn cần làm vào ô tìm kiếm.";
      if (found.vague) return "Bạn hỏi về việc gì? Hãy gõ thêm tên việc, ví dụ: khai sinh bao nhiêu tiền.";
      if (!found.total && elsewhere(found).length) return "Trả lời cho “" + asked.query + "” nằm ở trang dưới đây.";
      if (!found.total) return "Chưa tìm thấy thủ tục nào cho “" + asked.query + "”.";
      if (found.suggestions.length) return "Chưa thấy thủ tục nào khớp hẳn với “" + asked.query + "”.";
      return found.total + " thủ tục cho “" + asked.query + "”";
    }

    function list(found) {
      var title = found.suggestions.length ? PERHAPS : "Kết quả";
      var rows = found.results.map(hitRow);
      return [view.element("h2", "found__heading", [title]), view.element("ol", "found__list", rows)];
    }

    function show(found) {
      var rows = [];
      if (found.readAs && !asked.exact) rows.push(readAs(found));
      var others = elsewhere(found);
      if (others.length) rows.push(view.element("ul", "found__places", others));
      if (found.suggestions.length && !found.total) rows.push(perhaps(found));
      if (found.total > 1 || hasFilters()) rows.push(congkhai.searchFacets(found.facets, asked.filters, narrowed));
      if (found.total) rows = rows.concat(list(found));
      if (found.total > found.results.length) rows.push(more());
      if (!found.total) rows = rows.concat(emptyHanded());
      body.textContent = "";
      rows.forEach(function (row) {
        body.appendChild(row);
      });
    }

    function answer() {
      if (input && document.activeElement !== input) input.value = asked.query;
      var found = congkhai.searchDetails(asked.query, { limit: shown, filters: asked.filters, exact: asked.exact });
      show(found);
      status.textContent = heading(found);
      document.title = (asked.query ? asked.query + " – " : "") + title;
    }

    function failed() {
      status.textContent = "Chưa tải được dữ liệu tìm kiếm. Hãy thử lại, hoặc chọn theo lĩnh vực dưới đây.";
      if (nothing) body.appendChild(document.importNode(nothing.content, true));
    }

    root.addEventListener("hashchange", function () {
      asked = address.read(root.location);
      shown = PAGE;
      if (congkhai.searchDetails) answer();
    });
    if (root.location.search) address.hide(asked);
    status.textContent = "Đang mở danh mục…";
    congkhai.searchLoad(place).then(answer, failed);
  }

  congkhai.searchResults = setUp;
  function setUpAll() {
    document.querySelectorAll("[data-search-results]").forEach(setUp);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpAll);
  else setUpAll();
})(self);
