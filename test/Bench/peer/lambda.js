// The function invoke-ecs-ec2-task as a Node.js program: the same event, the same calls to AWS, over the same Runtime API.

import http from "node:http";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";

const { env } = process;
const [, host, port, prefix] = /^([^:/]+):(\d+)(.*)$/.exec(env.AWS_LAMBDA_RUNTIME_API);
const root = `${prefix}/2018-06-01/runtime/invocation/`;
const agent = new http.Agent({ keepAlive: true });
const s3 = new S3Client({ forcePathStyle: true });
const states = new SFNClient({});

for (;;) {
  const next = await request("GET", "next");
  const id = next.headers["lambda-runtime-aws-request-id"];
  try {
    await request("POST", `${id}/response`, JSON.stringify(await startCall(JSON.parse(next.body))));
  } catch (error) {
    const body = JSON.stringify({ errorType: error.name, errorMessage: error.message });
    await request("POST", `${id}/error`, body);
  }
}

async function startCall(event) {
  const data = event.Details.ContactData;
  const audio = data.MediaStreams.Customer.Audio;
  const contactId = data.ContactId;
  const prefix = `calls/${contactId}/`;
  const choosing = configuration();
  const call = {
    contactId,
    streamArn: audio.StreamARN,
    startFragmentNumber: audio.StartFragmentNumber,
    startTimestamp: Number(audio.StartTimestamp),
  };
  await put(`${prefix}call.json`, call);
  const chosen = await choosing;
  if (chosen) await put(`${prefix}configuration.json`, chosen);
  const folder = `s3://${env.CALL_BUCKET}/${prefix}`;
  await states.send(
    new StartExecutionCommand({
      stateMachineArn: env.CALL_STATE_MACHINE_ARN,
      name: contactId,
      input: JSON.stringify({ contactId, folder }),
    }),
  );
  return { started: "true", contactId };
}

async function configuration() {
  try {
    const found = await s3.send(
      new GetObjectCommand({ Bucket: env.CALL_BUCKET, Key: "configurations/default.json" }),
    );
    return JSON.parse(await found.Body.transformToString());
  } catch (error) {
    if (error.name === "NoSuchKey") return undefined;
    throw error;
  }
}

function put(key, content) {
  return s3.send(
    new PutObjectCommand({
      Bucket: env.CALL_BUCKET,
      Key: key,
      Body: JSON.stringify(content),
      ContentType: "application/json",
      IfNoneMatch: "*",
    }),
  );
}

function request(method, path, body) {
  return new Promise((resolve, reject) => {
    const sent = http.request({ host, port, agent, method, path: root + path }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => (text += chunk));
      response.on("end", () => resolve({ headers: response.headers, body: text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
