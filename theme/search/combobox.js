/* The search box of every page: WAI-ARIA 1.2 editable combobox with a listbox, over a plain search form.
 *
 * Public name: congkhai.searchCombobox(form); forms with data-search are set up by themselves.
 * Without this script the form still leads to the results page, which then lists the fields; the box has no name,
 * so that no question is ever part of what is sent.  Needs address.js, load.js, marked.js and suggestions.js; the
 * engine and the catalogue are loaded at the first focus.  On the form: data-search-parts, data-search-link
 * ("…/{base}/"), data-search-place-link.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var SHOWN = 8;
  var ANNOUNCE_AFTER = 700; // ms: a screen reader is told when the typing pauses
  var MOST_RECENT = 5;
  var recent = []; // what was asked on this page; it lives as long as the page
  var count = 0;

  function popup(input) {
    var view = congkhai.searchView;
    var id = "goi-y-" + ++count;
    var note = view.element("p", "suggest__note");
    var list = view.element("ul", "suggest__list");
    list.id = id;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Thủ tục tìm thấy");
    var box = view.element("div", "suggest", [note, list]);
    box.hidden = true;
    var status = view.element("div", "suggest__status");
    status.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id);
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("autocomplete", "off");
    return { box: box, note: note, list: list, status: status, id: id };
  }

  function setUp(form) {
    var input = form.querySelector("input[type=search]");
    if (!input || input.getAttribute("role") === "combobox") return;
    var parts = popup(input);
    var active = -1;
    var ready = false;
    var frame = 0;
    var timer = 0;
    input.parentNode.appendChild(parts.box);
    form.appendChild(parts.status);

    function submit() {
      var query = input.value.trim();
      if (query) recent = [query].concat(recent.filter(function (other) { return other !== query; })).slice(0, MOST_RECENT);
      open(false);
      root.location.href = form.action.split("#")[0] + congkhai.searchAddress.write({ query: query });
    }

    function askAgain(query) {
      input.value = query;
      submit();
    }

    function say(text) {
      root.clearTimeout(timer);
      timer = root.setTimeout(function () {
        parts.status.textContent = text;
      }, ANNOUNCE_AFTER);
    }

    function open(shown) {
      parts.box.hidden = !shown;
      input.setAttribute("aria-expanded", String(shown));
      if (!shown) select(-1);
    }

    function select(number) {
      var options = parts.list.children;
      if (options[active]) options[active].setAttribute("aria-selected", "false");
      active = options.length ? number : -1;
      if (!options[active]) {
        active = -1;
        input.removeAttribute("aria-activedescendant");
        return;
      }
      options[active].setAttribute("aria-selected", "true");
      input.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    }

    function fill(rows, note) {
      select(-1);
      parts.list.textContent = "";
      rows.forEach(function (row, number) {
        row.id = parts.id + "-" + number;
        parts.list.appendChild(row);
      });
      parts.list.hidden = !rows.length;
      parts.note.textContent = note;
      parts.note.hidden = !note;
    }

    function showRecent() {
      fill(congkhai.searchSuggestions.recent(recent, askAgain), "Bạn vừa tìm:");
      open(true);
    }

    function show(found) {
      var total = found.total + congkhai.searchSuggestions.others(form, found);
      fill(congkhai.searchSuggestions.options(form, found, submit), congkhai.searchSuggestions.note(found, total));
      var heard = total && parts.note.textContent ? parts.note.textContent + ". " : "";
      say(total ? heard + total + " kết quả. Dùng phím mũi tên để chọn." : parts.note.textContent);
      open(true);
    }

    function ask() {
      frame = 0;
      var query = input.value.trim();
      if (!query && recent.length) return showRecent();
      if (!query || !ready) return open(false);
      show(congkhai.searchDetails(query, { limit: SHOWN }));
    }

    function askSoon() {
      if (!frame) frame = root.requestAnimationFrame(ask);
    }

    function load() {
      congkhai.searchLoad(form).then(
        function () {
          if (ready) return;
          ready = true;
          congkhai.search("a", { limit: 1 }); // index now, while the citizen is still thinking
          if (input.value) askSoon();
        },
        function () {
          parts.status.textContent = "Chưa tải được ô gợi ý. Bạn vẫn có thể bấm nút tìm.";
        }
      );
    }

    function step(by) {
      var last = parts.list.children.length - 1;
      if (parts.box.hidden) return ask();
      select(active + by < -1 ? last : active + by > last ? -1 : active + by);
    }

    function escape() {
      if (!parts.box.hidden) open(false);
      else input.value = "";
    }

    input.addEventListener("focus", load);
    input.addEventListener("input", function () {
      load();
      askSoon();
    });
    input.addEventListener("keydown", function (event) {
      if (event.isComposing) return;
      if (event.key === "ArrowDown") step(1);
      else if (event.key === "ArrowUp") step(-1);
      else if (event.key === "Escape") escape();
      else if (event.key === "Enter" && active >= 0) parts.list.children[active].go();
      else return;
      event.preventDefault();
    });
    parts.list.addEventListener("mousedown", function (event) {
      event.preventDefault(); // keep the focus in the box
    });
    parts.list.addEventListener("click", function (event) {
      var chosen = event.target.closest("[role=option]");
      if (chosen) chosen.go();
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      submit();
    });
    form.addEventListener("focusout", function (event) {
      if (!form.contains(event.relatedTarget)) open(false);
    });
    if (document.activeElement === input) load();
  }

  congkhai.searchCombobox = setUp;
  function setUpAll() {
    document.querySelectorAll("form[data-search]").forEach(setUp);
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUpAll);
  else setUpAll();
})(self);
