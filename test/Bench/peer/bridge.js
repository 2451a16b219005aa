// One call's bridge as a Node.js program: the same environment, the same files, the same calls to AWS as the product's.

import { S3Client } from "@aws-sdk/client-s3";
import { SendTaskHeartbeatCommand, SendTaskSuccessCommand, SFNClient } from "@aws-sdk/client-sfn";
import { AgentVoice, readJson } from "./agentVoice.js";
import { callerVoice } from "./callerVoice.js";
import { Sonic } from "./sonic.js";

const { env } = process;
const [, bucket, prefix] = /^s3:\/\/([^/]+)\/(.+)$/.exec(env.CALL_FOLDER);
const folder = { bucket, prefix };
const generation = Number(env.BRIDGE_GENERATION);
const s3 = new S3Client({ forcePathStyle: true });
const states = new SFNClient({});
const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());

const sonic = new Sonic({
  model: env.NOVA_SONIC_MODEL_ID ?? "amazon.nova-2-sonic-v1:0",
  voice: env.NOVA_SONIC_VOICE ?? "matthew",
  systemPrompt: env.NOVA_SONIC_SYSTEM_PROMPT ?? "You are a friendly assistant on the telephone.",
  endpointing: env.NOVA_SONIC_ENDPOINTING ?? "MEDIUM",
});
const agent = new AgentVoice(s3, folder, generation);
const answers = converse();
const [call, { taskToken }] = await Promise.all([
  readJson(s3, folder, "call.json"),
  readJson(s3, folder, "launch.json"),
]);
const heartbeat = setInterval(
  () => states.send(new SendTaskHeartbeatCommand({ taskToken })).catch(() => stop.abort()),
  1000 * Number(env.HEARTBEAT_SECONDS ?? 5),
);

for await (const pcm of callerVoice(call, 1000 * Number(env.END_OF_CALL_SECONDS ?? 10), stop.signal)) sonic.hear(pcm);

sonic.close();
await answers;
await agent.finish("end");
clearInterval(heartbeat);
const outcome = { ending: stop.signal.aborted ? "bridgeStopped" : "callerHungUp", next: "end" };
await states.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(outcome) }));
process.exit(0);

async function converse() {
  let role = "";
  for await (const event of sonic.conversation()) {
    if (event.audioOutput) agent.speak(Buffer.from(event.audioOutput.content, "base64"));
    else if (event.contentStart) role = event.contentStart.type;
    else if (event.contentEnd?.stopReason === "INTERRUPTED") agent.interrupt();
    else if (event.contentEnd && role === "AUDIO") agent.endTurn();
  }
}
