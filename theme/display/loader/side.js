/* One of the two sides, a or b: its manifest, and its files where every container is what the manifest says.
 *
 * Public name: congkhai.loader.side(name) -> {name, facts(), files(facts), close()}; the first two are Promises that
 * are rejected with congkhai.loader.Refused.  Files are {get(path) -> Uint8Array}: all are verified when they are
 * handed out, a detail is inflated when it is asked for.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});

  /** Bytes that nobody else can change any more: not those of a memory that is shared with the frame. */
  function owned(bytes) {
    return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer;
  }

  /** Digest -> bytes of everything that was said. */
  async function digested(answer) {
    var contents = new Map();
    await Promise.all(
      answer.said.map(async function (call) {
        if (call[0] !== "files" || !owned(call[1])) throw new loader.Refused("tep-hong");
        contents.set(await loader.sha256(call[1]), call[1]);
      })
    );
    return contents;
  }

  /** {get(path)}: the bytes of a file, or undefined where the release has no such file. */
  function held(facts, contents) {
    facts.files.forEach(function (place) {
      if (place.start + place.length > contents[place.container].length) throw new loader.Refused("tep-hong");
    });

    function get(path) {
      var place = facts.files.get(path);
      if (!place) return undefined;
      var bytes = contents[place.container].subarray(place.start, place.start + place.length);
      if (!place.inflated) return bytes;
      return loader.inflate(loader.bytesOf(new TextDecoder().decode(bytes)), place.inflated);
    }
    return { get: get };
  }

  async function facts(reader, name) {
    var answer = await reader.read([name + "/manifest.js"]);
    var manifests = answer.said.filter(function (call) {
      return call[0] === "manifest";
    });
    if (manifests.length !== 1) throw new loader.Refused("khong-doc-duoc");
    return loader.manifest(manifests[0][1], manifests[0][2]);
  }

  async function files(reader, name, facts) {
    var names = Array.from(facts.containers.keys());
    var answer = await reader.read(
      names.map(function (container) {
        return name + "/" + container;
      })
    );
    if (answer.absent.length || answer.said.length < names.length) throw new loader.Refused("thieu-tep");
    if (answer.said.length > names.length) throw new loader.Refused("thua-tep");
    var contents = await digested(answer);
    var whole = names.map(function (container) {
      var content = contents.get(facts.containers.get(container));
      if (!content) throw new loader.Refused("tep-hong");
      return content;
    });
    return held(facts, whole);
  }

  loader.side = function (name) {
    var reader = loader.reader();
    return {
      name: name,
      facts: facts.bind(null, reader, name),
      files: files.bind(null, reader, name),
      close: reader.close
    };
  };
})(self);
