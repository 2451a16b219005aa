// A streaming reader of GetMedia's Matroska: elements by size, masters of unknown size, nothing held but the rest of
// the element under way.

const MASTERS = new Set([0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0x1f43b675, 0x1254c367, 0x7373, 0x67c8, 0xa0]);
const ID = {
  ebml: 0x1a45dfa3,
  segmentUid: 0x73a4,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackName: 0x536e,
  clusterTimecode: 0xe7,
  simpleBlock: 0xa3,
  tagName: 0x45a3,
  tagString: 0x4487,
};
const MOST_ELEMENT_BYTES = 4 * 1024 * 1024;
const UNKNOWN = -1;

export class MkvReader {
  #rest = Buffer.alloc(0);
  #events;
  #track = null;
  #tagName = "";
  #timecode = 0;

  /** @param events {fragment(), segment(uid), track(number, name), tag(name, value), block(track, time, pcm)} */
  constructor(events) {
    this.#events = events;
  }

  push(chunk) {
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (let next = this.#element(data, at); next > at; next = this.#element(data, at)) at = next;
    this.#rest = at === data.length ? Buffer.alloc(0) : data.subarray(at);
  }

  /** Reads one element at `at`; answers where the next one begins, or `at` when more bytes are needed. */
  #element(data, at) {
    if (at >= data.length) return at;
    const idLength = Math.clz32(data[at]) - 23;
    if (idLength > 4) throw new Error(`not Matroska at byte ${at}: ${data[at].toString(16)}`);
    if (at + idLength >= data.length) return at;
    const id = data.readUIntBE(at, idLength);
    const sizeAt = at + idLength;
    const sizeLength = Math.clz32(data[sizeAt]) - 23;
    if (sizeLength > 8) throw new Error("an element's size is longer than eight bytes");
    if (sizeAt + sizeLength > data.length) return at;
    const size = readSize(data, sizeAt, sizeLength);
    const body = sizeAt + sizeLength;
    if (MASTERS.has(id)) {
      if (id === ID.trackEntry) this.#track = { number: 0, name: "" };
      return body;
    }
    if (size === UNKNOWN || size > MOST_ELEMENT_BYTES) throw new Error(`element ${id.toString(16)} is too long`);
    if (body + size > data.length) return at;
    this.#take(id, data.subarray(body, body + size));
    return body + size;
  }

  #take(id, body) {
    switch (id) {
      case ID.ebml:
        this.#events.fragment();
        break;
      case ID.segmentUid:
        this.#events.segment(body.toString("hex"));
        break;
      case ID.trackNumber:
        this.#track.number = body.readUIntBE(0, body.length);
        break;
      case ID.trackName:
        this.#events.track(this.#track.number, body.toString("utf8"));
        break;
      case ID.clusterTimecode:
        this.#timecode = Number(body.length === 8 ? body.readBigUInt64BE() : body.readUIntBE(0, body.length));
        break;
      case ID.tagName:
        this.#tagName = body.toString("utf8");
        break;
      case ID.tagString:
        this.#events.tag(this.#tagName, body.toString("utf8"));
        break;
      case ID.simpleBlock:
        this.#events.block(body[0] & 0x7f, this.#timecode + body.readInt16BE(1), body.subarray(4));
        break;
    }
  }
}

function readSize(data, at, length) {
  let size = data[at] & ((1 << (8 - length)) - 1);
  let ones = size === (1 << (8 - length)) - 1;
  for (let i = 1; i < length; i++) {
    size = size * 256 + data[at + i];
    ones &&= data[at + i] === 0xff;
  }
  return ones ? UNKNOWN : size;
}
