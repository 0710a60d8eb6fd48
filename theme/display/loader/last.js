/* The last good release and the one before it, remembered so that an older one is not taken for new.
 *
 * Public names: congkhai.loader.accepted() -> Promise of a function (facts -> boolean), congkhai.loader.keep(facts)
 * A release older than the last good one is taken only where it is the very one that ran before it: that is what
 * falling back means.  What is kept are signed manifests: whoever writes into the storage can make us forget, but
 * can not make us refuse a genuine release.  Where the browser keeps nothing, the other side still stands guard.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});

  function name() {
    return "congkhai.ban." + loader.key.commune + "." + (loader.key.id || "chua-ky");
  }

  function stored() {
    try {
      var kept = JSON.parse(root.localStorage.getItem(name()));
      return Array.isArray(kept) ? kept.slice(0, 2) : [];
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
      return !kept.length || facts.version >= kept[0].version || Boolean(kept[1] && facts.text === kept[1].text);
    };
  };

  loader.keep = async function (facts) {
    var kept = await genuine(stored());
    if (kept.length && facts.version < kept[0].version) return;
    var others = kept.filter(function (one) {
      return one.text !== facts.text;
    });
    var both = [facts].concat(others.slice(0, 1)).map(function (one) {
      return { text: one.text, signature: one.signature };
    });
    try {
      root.localStorage.setItem(name(), JSON.stringify(both));
    } catch (error) {
      return; // full or forbidden: see above
    }
  };
})(self);
