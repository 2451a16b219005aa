// The agent's voice: cut into prompts at pauses, encoded as G.711 mu-law, put to S3, named in the playlist.

import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";

const RATE = 8000;
// Of a turn's prompts in order, the last for all that follow: a first one is short, so that the caller soon hears it.
const LENGTHS = [
  { pause: 0.08 * RATE, shortest: 0.5 * RATE, longest: 1.6 * RATE },
  { pause: 0.12 * RATE, shortest: 1.0 * RATE, longest: 3.0 * RATE },
  { pause: 0.12 * RATE, shortest: 1.5 * RATE, longest: 4.0 * RATE },
];
const QUIET = 300;

export class AgentVoice {
  #s3;
  #folder;
  #generation;
  #pending = [];
  #samples = 0;
  #quiet = 0;
  #ofTurn = 0;
  #prompts = [];
  #dropped = 0;
  #number = 0;
  #etag;
  #work = Promise.resolve();

  constructor(s3, folder, generation) {
    this.#s3 = s3;
    this.#folder = folder;
    this.#generation = generation;
  }

  speak(pcm) {
    this.#pending.push(pcm);
    this.#samples += pcm.length / 2;
    for (let i = 0; i < pcm.length; i += 2) this.#quiet = Math.abs(pcm.readInt16LE(i)) < QUIET ? this.#quiet + 1 : 0;
    const { pause, shortest, longest } = LENGTHS[Math.min(this.#ofTurn, LENGTHS.length - 1)];
    if ((this.#samples >= shortest && this.#quiet >= pause) || this.#samples >= longest) this.#cut();
  }

  endTurn() {
    if (this.#samples > 0) this.#cut();
    this.#ofTurn = 0;
  }

  interrupt() {
    this.#pending = [];
    this.#samples = 0;
    this.#ofTurn = 0;
    this.#dropped = this.#number;
    this.#publish("wait");
  }

  finish(next) {
    this.endTurn();
    this.#publish(next);
    return this.#work;
  }

  #cut() {
    const pcm = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#samples = 0;
    this.#quiet = 0;
    this.#ofTurn++;
    const number = ++this.#number;
    const file = `prompts/g${this.#generation}-${String(number).padStart(4, "0")}.wav`;
    const stored = this.#put(file, wav(pcm), "audio/wav", {});
    this.#prompts.push({ number, file, milliseconds: Math.round(pcm.length / 16) });
    this.#work = this.#work.then(() => stored);
    this.#publish("wait");
  }

  #publish(next) {
    const playlist = {
      generation: this.#generation,
      prompts: this.#prompts.slice(-32),
      droppedThrough: this.#dropped,
      next,
    };
    this.#work = this.#work.then(async () => {
      const condition = this.#etag ? { IfMatch: this.#etag } : { IfNoneMatch: "*" };
      const { ETag } = await this.#put("playlist.json", JSON.stringify(playlist), "application/json", condition);
      this.#etag = ETag;
    });
  }

  #put(file, Body, ContentType, condition) {
    const { bucket, prefix } = this.#folder;
    return this.#s3.send(new PutObjectCommand({ Bucket: bucket, Key: prefix + file, Body, ContentType, ...condition }));
  }
}

export async function readJson(s3, folder, file) {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: folder.bucket, Key: folder.prefix + file }));
  return JSON.parse(await Body.transformToString());
}

function wav(pcm) {
  const samples = pcm.length / 2;
  const file = Buffer.alloc(58 + samples);
  file.write("RIFF", 0);
  file.writeUInt32LE(50 + samples, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(18, 16);
  file.writeUInt16LE(7, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write("fact", 38);
  file.writeUInt32LE(4, 42);
  file.writeUInt32LE(samples, 46);
  file.write("data", 50);
  file.writeUInt32LE(samples, 54);
  for (let i = 0; i < samples; i++) file[58 + i] = muLaw(pcm.readInt16LE(2 * i));
  return file;
}

function muLaw(sample) {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), 32635) + 132;
  const exponent = 24 - Math.clz32(magnitude);
  return ~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 0x0f)) & 0xff;
}
