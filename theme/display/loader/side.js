/* One of the two sides, a or b: its manifest, and its files where every one of them is what the manifest says.
 *
 * Public names: congkhai.loader.facts(side) and congkhai.loader.files(side, facts), both Promises that are rejected
 * with congkhai.loader.Refused.  Files are a Map of path -> {text} or {bytes}.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var TEXT = 0;
  var BASE64 = 1;

  loader.facts = async function (side) {
    var answer = await loader.read([side + "/manifest.js"]);
    var manifests = answer.said.filter(function (call) {
      return call[0] === "manifest";
    });
    if (manifests.length !== 1) throw new loader.Refused("khong-doc-duoc");
    return loader.manifest(manifests[0][1], manifests[0][2]);
  };

  function content(kind, text) {
    if (typeof text !== "string") throw new loader.Refused("tep-hong");
    if (kind === TEXT) return { text: text, bytes: new TextEncoder().encode(text) };
    if (kind !== BASE64) throw new loader.Refused("tep-hong");
    try {
      return { text: null, bytes: loader.bytesOf(text) };
    } catch (error) {
      throw new loader.Refused("tep-hong");
    }
  }

  async function verified(digest, call) {
    var file = content(call[2], call[3]);
    if ((await loader.sha256(file.bytes)) !== digest) throw new loader.Refused("tep-hong");
    return file.text === null ? { bytes: file.bytes } : { text: file.text };
  }

  loader.files = async function (side, facts) {
    var answer = await loader.read(
      facts.containers.map(function (name) {
        return side + "/" + name;
      })
    );
    if (answer.absent.length) throw new loader.Refused("thieu-tep");
    var calls = new Map();
    answer.said.forEach(function (call) {
      if (call[0] !== "file" || !facts.files.has(call[1]) || calls.has(call[1])) throw new loader.Refused("thua-tep");
      calls.set(call[1], call);
    });
    if (calls.size !== facts.files.size) throw new loader.Refused("thieu-tep");
    var found = new Map();
    await Promise.all(
      Array.from(facts.files, async function (entry) {
        found.set(entry[0], await verified(entry[1], calls.get(entry[0])));
      })
    );
    return found;
  };
})(self);
