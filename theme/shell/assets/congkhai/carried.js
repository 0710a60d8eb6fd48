// Papers ticked on a kiosk, carried here in the address: #giay-to=<mark>.<case>-<ticks>.<case>…
// <mark> must be the page's own (data-papers): else the list has changed since, and nothing is ticked.
// <ticks> is a hexadecimal number, its lowest bit the first paper; a case without ticks was only chosen.
// A fragment is never sent to a server, so what somebody needs stays on the phone.
(function () {
  "use strict";
  var KEY = "#giay-to=";

  function each(list, action) {
    Array.prototype.forEach.call(list, action);
  }
  /** "3f9a1c02.0-5.2" -> {mark: "3f9a1c02", cases: {0: [true, false, true], 2: []}}, or null. */
  function read(fragment) {
    if (fragment.indexOf(KEY) !== 0) return null;
    var parts = fragment.slice(KEY.length).split(".");
    var cases = {};
    parts.slice(1).forEach(function (part) {
      var match = /^(\d{1,3})(?:-([0-9a-f]{1,40}))?$/.exec(part);
      if (match) cases[Number(match[1])] = bits(match[2] || "");
    });
    return { mark: parts[0], cases: cases };
  }
  function bits(digits) {
    var found = [];
    for (var at = digits.length - 1; at >= 0; at--) {
      var digit = parseInt(digits[at], 16);
      for (var bit = 0; bit < 4; bit++) found.push(Boolean(digit & (1 << bit)));
    }
    return found;
  }
  function say(section, text, action) {
    var old = section.querySelector(".carried");
    if (old) old.remove();
    var note = document.createElement("p");
    note.className = "carried";
    note.setAttribute("role", "status");
    note.appendChild(document.createTextNode(text));
    if (action) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "carried__undo";
      button.textContent = "Bỏ hết đánh dấu";
      button.addEventListener("click", function () { action(); note.remove(); });
      note.appendChild(button);
    }
    section.insertBefore(note, section.querySelector("h2").nextSibling);
  }
  function show(section, state) {
    var lists = section.querySelectorAll(".papers");
    var ticked = [];
    each(lists, function (list, number) {
      var chosen = state.cases[number];
      if (!chosen) return;
      var fold = list.parentNode;
      if (fold.tagName === "DETAILS") fold.open = true;
      each(list.querySelectorAll(".papers__tick"), function (box, place) {
        box.checked = Boolean(chosen[place]);
        if (box.checked) ticked.push(box);
      });
    });
    var text = ticked.length
      ? "Đã đánh dấu " + ticked.length + " giấy tờ như bạn chọn ở Trung tâm. "
      : "Danh sách giấy tờ bạn mang về từ Trung tâm. ";
    say(section, text, ticked.length ? function () {
      ticked.forEach(function (box) { box.checked = false; });
      history.replaceState(null, "", location.pathname + location.search);
    } : null);
  }
  function start() {
    var state = read(location.hash);
    var section = document.querySelector("[data-papers]");
    if (!state || !section) return;
    if (state.mark === section.getAttribute("data-papers")) show(section, state);
    else say(section, "Danh sách giấy tờ đã được sửa sau khi bạn xem ở Trung tâm, nên các dấu cũ không được giữ. Hãy xem lại từng giấy tờ.");
    section.scrollIntoView();
  }
  window.addEventListener("hashchange", start);
  start();
})();
