// The caller's voice out of Kinesis Video Streams: GetMedia from the call's start, reconnecting where it was cut, each
// block once, and not a byte of another contact.

import { GetDataEndpointCommand, KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import { GetMediaCommand, KinesisVideoMediaClient } from "@aws-sdk/client-kinesis-video-media";
import { MkvReader } from "./mkv.js";

const RETRY_MS = 200;
const FIRST_BLOCK_MS = 30_000;

export async function* callerVoice(call, endOfCallMs, signal) {
  const control = new KinesisVideoClient({});
  const run = new Run(call.contactId);
  let selector =
    call.startTimestamp === undefined
      ? { StartSelectorType: "EARLIEST" }
      : { StartSelectorType: "PRODUCER_TIMESTAMP", StartTimestamp: new Date(call.startTimestamp - 1000) };
  let lastNews = Date.now();
  let patience = FIRST_BLOCK_MS;
  while (!run.foreign && Date.now() - lastNews < patience) {
    const opening = Date.now();
    const { DataEndpoint } = await control.send(
      new GetDataEndpointCommand({ StreamARN: call.streamArn, APIName: "GET_MEDIA" }),
    );
    const media = new KinesisVideoMediaClient({ endpoint: DataEndpoint });
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), patience);
    try {
      const { Payload } = await media.send(
        new GetMediaCommand({ StreamARN: call.streamArn, StartSelector: selector }),
        { abortSignal: AbortSignal.any([signal, silence.signal]) },
      );
      silence.signal.addEventListener("abort", () => Payload.destroy());
      // Until the stream is open, its silence says nothing of the caller.
      lastNews += Date.now() - opening;
      const reader = new MkvReader(run);
      for await (const chunk of Payload) {
        reader.push(chunk);
        timer.refresh();
        for (const block of run.take()) {
          lastNews = Date.now();
          if (patience !== endOfCallMs) {
            patience = endOfCallMs;
            clearTimeout(timer);
            timer = setTimeout(() => silence.abort(), patience);
          }
          yield block;
        }
        if (run.foreign) break;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!silence.signal.aborted && error.name === "ResourceNotFoundException") throw error;
    } finally {
      clearTimeout(timer);
      media.destroy();
    }
    if (run.lastFragment) {
      selector = { StartSelectorType: "FRAGMENT_NUMBER", AfterFragmentNumber: run.lastFragment };
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** One streaming run: which track is the caller's, and whose the fragments are. */
class Run {
  foreign = false;
  lastFragment = null;
  #contactId;
  #uid = "";
  #known = false;
  #fragment = "";
  #caller = -1;
  #held = [];
  #ready = [];
  #lastTime = -1;

  constructor(contactId) {
    this.#contactId = contactId;
  }

  fragment() {
    if (this.#fragment) this.lastFragment = this.#fragment;
  }

  segment(uid) {
    if (uid !== this.#uid) {
      this.#uid = uid;
      this.#known = false;
      this.#held = [];
    }
  }

  track(number, name) {
    if (name === "" || name === "AUDIO_FROM_CUSTOMER" || name === "Track_audio/L16") this.#caller = number;
  }

  tag(name, value) {
    if (name === "AWS_KINESISVIDEO_FRAGMENT_NUMBER") this.#fragment = value;
    if (name === "ContactId") {
      if (value !== this.#contactId) {
        this.foreign = this.#lastTime >= 0;
        this.#held = [];
      } else if (!this.#known) {
        this.#known = true;
        this.#ready.push(...this.#held);
        this.#held = [];
      }
    }
  }

  block(track, time, pcm) {
    if (track !== this.#caller || this.foreign || time <= this.#lastTime) return;
    this.#lastTime = time;
    (this.#known ? this.#ready : this.#held).push(pcm);
  }

  take() {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}
