/* Which side to show: the newest release that is whole, genuine and did not fail to start.
 *
 * Public names: congkhai.loader.current() -> Promise of {side, version} or null,
 * congkhai.loader.choose(failed) -> Promise of {side, facts, files, beside, current, reasons: {a: code, b: code}, close()};
 * side is null where none will do, beside are the facts of the release that may take its place, close() ends the reading.  `failed` lists "side-version" of releases that did not start in this browser.
 *
 * current.js is a hint: of two releases the newer one wins, so a copy that was cut off between the files and
 * current.js is found, and a current.js that points at an older release changes nothing.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var SIDES = ["a", "b"];

  loader.current = async function () {
    var answer = await loader.read(["current.js"]);
    var call = answer.said.length === 1 ? answer.said[0] : [];
    var fine = call[0] === "current" && SIDES.indexOf(call[1]) >= 0 && Number.isSafeInteger(call[2]);
    return fine ? { side: call[1], version: call[2] } : null;
  };

  function codeOf(error) {
    return error instanceof loader.Refused ? error.code : "khong-doc-duoc";
  }

  async function looked(side, failed) {
    try {
      var facts = await side.facts();
      return { side: side, facts: facts, failed: failed.indexOf(side.name + "-" + facts.version) >= 0 };
    } catch (error) {
      return { side: side, facts: null, code: codeOf(error) };
    }
  }

  function newestFirst(hinted) {
    return function (one, other) {
      return other.facts.version - one.facts.version || (one.side.name === hinted ? -1 : 1);
    };
  }

  async function refusal(one, accepted) {
    if (one.failed) return "khong-mo-duoc";
    if (!accepted(one.facts)) return "cu-hon";
    try {
      one.files = await one.side.files(one.facts);
      return null;
    } catch (error) {
      return codeOf(error);
    }
  }

  loader.choose = async function (failed) {
    var both = SIDES.map(loader.side);
    function close() {
      both.forEach(function (side) {
        side.close();
      });
    }
    var looking = both.map(function (side) {
      return looked(side, failed);
    });
    var found = await Promise.all([loader.current(), loader.accepted()].concat(looking));
    var current = found[0];
    var accepted = found[1];
    var sides = found.slice(2);
    var result = { side: null, facts: null, files: null, beside: null, current: current, reasons: {}, close: close };
    var candidates = sides.filter(function (one) {
      if (one.code) result.reasons[one.side.name] = one.code;
      return !one.code;
    });
    candidates.sort(newestFirst(current && current.side));
    for (var i = 0; i < candidates.length; i++) {
      var one = candidates[i];
      var code = result.side ? (accepted(one.facts) ? null : "cu-hon") : await refusal(one, accepted);
      if (code) {
        result.reasons[one.side.name] = code;
      } else if (result.side) {
        result.beside = one.facts;
      } else {
        result.side = one.side.name;
        result.facts = one.facts;
        result.files = one.files;
      }
    }
    return result;
  };
})(self);
