/* The last good release and those that it may fall back to, remembered so that an older one is not taken for new.
 *
 * Public names: congkhai.loader.accepted() -> Promise of a function (facts -> boolean),
 * congkhai.loader.keep(facts, beside); beside are facts or null.
 * A release older than the last good one is taken only where it is the very one that ran before it, or the very one
 * that lay on the other side, accepted itself, when the last good one started: that is what falling back means.  What is kept are signed manifests: whoever writes into the storage can make us forget, but
 * can not make us refuse a genuine release.  Where the browser keeps nothing, the other side still stands guard.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});

  var MOST = 3;

  function name() {
    return "congkhai.ban." + loader.key.commune + "." + (loader.key.id || "chua-ky");
  }

  function stored() {
    try {
      var kept = JSON.parse(root.localStorage.getItem(name()));
      return Array.isArray(kept) ? kept.slice(0, MOST) : [];
    } catch (error) {
      return [];
    }
  }

  function genuine(kept) {
    return Promise.all(
      kept.map(function (one) {
        return loader.manifest(one.text, one.signature).catch(function () {
          return null;
        });
      })
    ).then(function (all) {
      return all.filter(Boolean);
    });
  }

  loader.accepted = async function () {
    var kept = await genuine(stored());
    return function (facts) {
      var before = kept.slice(1).some(function (one) {
        return one.text === facts.text;
      });
      return !kept.length || facts.version >= kept[0].version || before;
    };
  };

  loader.keep = async function (facts, beside) {
    var kept = await genuine(stored());
    if (kept.length && facts.version < kept[0].version) return;
    var texts = new Map();
    [facts, beside].concat(kept).forEach(function (one) {
      if (one && texts.size < MOST) texts.set(one.text, one.signature);
    });
    var all = Array.from(texts, function (one) {
      return { text: one[0], signature: one[1] };
    });
    try {
      root.localStorage.setItem(name(), JSON.stringify(all));
    } catch (error) {
      return; // full or forbidden: see above
    }
  };
})(self);
