/* One of the two sides, a or b: its manifest, and its files where every one of them is what the manifest says.
 *
 * Public names: congkhai.loader.facts(side) and congkhai.loader.files(side, facts), both Promises that are rejected
 * with congkhai.loader.Refused.  Files are a Map of path -> Uint8Array.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});

  loader.facts = async function (side) {
    var answer = await loader.read([side + "/manifest.js"]);
    var manifests = answer.said.filter(function (call) {
      return call[0] === "manifest";
    });
    if (manifests.length !== 1) throw new loader.Refused("khong-doc-duoc");
    return loader.manifest(manifests[0][1], manifests[0][2]);
  };

  /** Bytes that nobody else can change any more: not those of a memory that is shared with the frame. */
  function owned(bytes) {
    return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer;
  }

  async function verified(digest, call) {
    if (!owned(call[2]) || (await loader.sha256(call[2])) !== digest) throw new loader.Refused("tep-hong");
    return call[2];
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
