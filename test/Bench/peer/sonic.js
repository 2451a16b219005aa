// Nova Sonic's bidirectional stream: events in, events out.

import { randomUUID } from "node:crypto";
import { BedrockRuntimeClient, InvokeModelWithBidirectionalStreamCommand } from "@aws-sdk/client-bedrock-runtime";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Sonic {
  #prompt = randomUUID();
  #audio = randomUUID();
  #queue = [];
  #wake = null;
  #closed = false;
  #settings;

  constructor(settings) {
    this.#settings = settings;
    this.#open();
  }

  async *conversation() {
    const client = new BedrockRuntimeClient({});
    const response = await client.send(
      new InvokeModelWithBidirectionalStreamCommand({ modelId: this.#settings.model, body: this.#input() }),
    );
    for await (const message of response.body) {
      if (message.chunk?.bytes) yield JSON.parse(decoder.decode(message.chunk.bytes)).event;
      else throw Object.values(message)[0];
    }
  }

  hear(pcm) {
    this.#send({
      audioInput: { promptName: this.#prompt, contentName: this.#audio, content: pcm.toString("base64") },
    });
  }

  close() {
    this.#send({ contentEnd: { promptName: this.#prompt, contentName: this.#audio } });
    this.#send({ promptEnd: { promptName: this.#prompt } });
    this.#send({ sessionEnd: {} });
    this.#closed = true;
    this.#wake?.();
  }

  #open() {
    const { model, voice, systemPrompt, endpointing } = this.#settings;
    const inference = { maxTokens: 1024, topP: 0.9, temperature: 0.7 };
    const turns = model.includes("nova-2") ? { turnDetectionConfiguration: { endpointingSensitivity: endpointing } } : {};
    const lpcm = { mediaType: "audio/lpcm", sampleRateHertz: 8000, sampleSizeBits: 16, channelCount: 1 };
    const system = randomUUID();
    this.#send({ sessionStart: { inferenceConfiguration: inference, ...turns } });
    this.#send({
      promptStart: {
        promptName: this.#prompt,
        textOutputConfiguration: { mediaType: "text/plain" },
        audioOutputConfiguration: { ...lpcm, voiceId: voice, encoding: "base64", audioType: "SPEECH" },
      },
    });
    this.#send({
      contentStart: {
        promptName: this.#prompt,
        contentName: system,
        type: "TEXT",
        interactive: false,
        role: "SYSTEM",
        textInputConfiguration: { mediaType: "text/plain" },
      },
    });
    this.#send({ textInput: { promptName: this.#prompt, contentName: system, content: systemPrompt } });
    this.#send({ contentEnd: { promptName: this.#prompt, contentName: system } });
    this.#send({
      contentStart: {
        promptName: this.#prompt,
        contentName: this.#audio,
        type: "AUDIO",
        interactive: true,
        role: "USER",
        audioInputConfiguration: { ...lpcm, audioType: "SPEECH", encoding: "base64" },
      },
    });
  }

  #send(event) {
    this.#queue.push({ chunk: { bytes: encoder.encode(JSON.stringify({ event })) } });
    this.#wake?.();
  }

  async *#input() {
    while (true) {
      while (this.#queue.length > 0) yield this.#queue.shift();
      if (this.#closed) return;
      await new Promise((resolve) => (this.#wake = resolve));
      this.#wake = null;
    }
  }
}
