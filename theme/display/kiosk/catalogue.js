/* What this commune's center receives, and the search over exactly that.
 *
 * Public name: congkhai.display.kiosk.catalogue(place, lists, searchData)
 * `place` is ki-ot/du-lieu.json, `lists` is thu-tuc/danh-muc.json (made by generator/display/kiosk/), `searchData` is
 * the catalogue of the search, of which only the rows of procedures received here are kept.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const MOST = 40;

  const base = (code) => code.slice(0, 8);

  function catalogue(place, lists, searchData) {
    const received = new Set(place.received);
    const rows = searchData.entries.filter((row) => received.has(base(row[0])));
    const data = Object.assign({}, searchData, { entries: rows });
    const byCode = new Map();
    rows.forEach((row) => {
      const field = searchData.fields[row[4]] || ["", ""];
      byCode.set(base(row[0]), { code: base(row[0]), name: row[1], title: row[2] || row[1], field: field[0] });
    });
    const entries = [];
    lists.entries.forEach((row) => {
      const entry = byCode.get(row[0]);
      if (entry) entries.push(Object.assign(entry, { fee: row[1], time: row[2], sparse: Boolean(row[3]) }));
    });
    let engine = null;

    const of = (codes) => codes.map((code) => byCode.get(code)).filter(Boolean);

    function prepare() {
      if (!engine) engine = congkhai.searchEngine(data);
      return engine;
    }

    /** {results, readAs, suggestions}: entries best first, how the query was read, entries that may be meant. */
    function search(query, exact) {
      const found = prepare().details(query, { limit: MOST, exact: Boolean(exact) });
      return {
        results: of(found.results.map((hit) => base(hit.code))),
        readAs: found.readAs,
        suggestions: of(found.suggestions.map((hit) => base(hit.code))),
      };
    }

    const names = new Map(lists.fields.map((row) => [row[0], row[1]]));

    /** "Quầy số 1: Hộ tịch, Chứng thực"; only its name where nobody said what it serves. */
    function counter(given) {
      const served = given[1].map((key) => names.get(key) || key);
      return given[0] + (served.length ? ": " + served.join(", ") : "");
    }

    return {
      counter: counter,
      commune: place.commune,
      board: lists.board,
      words: lists.words,
      complaints: lists.complaints,
      entries: entries,
      entry: (code) => byCode.get(base(code)),
      fields: lists.fields
        .map((row) => ({ key: row[0], name: row[1], about: row[2], entries: entries.filter((entry) => entry.field === row[0]) }))
        .filter((field) => field.entries.length),
      events: lists.events
        .map((event) => Object.assign({}, event, { entries: of(event.codes) }))
        .filter((event) => event.entries.length),
      countersOf: (field) =>
        place.commune.counters.filter((counter) => counter[1].indexOf(field) >= 0).map((counter) => counter[0]),
      prepare: prepare,
      search: search,
    };
  }

  kiosk.catalogue = catalogue;
})(self);
