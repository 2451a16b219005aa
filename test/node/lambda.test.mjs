import assert from "node:assert/strict";
import { test } from "node:test";
import { GetFunctionCommand, InvokeCommand, LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";

const lambda = new LambdaClient({});
const invoke = (order, more = {}) =>
  lambda.send(new InvokeCommand({ FunctionName: "next-prompt", Payload: JSON.stringify(order), ...more }));
const parse = (answer) => JSON.parse(Buffer.from(answer.Payload).toString());

test("a function answers its event", async () => {
  const answer = await invoke({ ContactId: "x" });
  assert.equal(answer.StatusCode, 200);
  assert.equal(answer.FunctionError, undefined);
  assert.equal(answer.ExecutedVersion, "$LATEST");
  assert.equal(parse(answer).event.ContactId, "x");
});

test("a function is found by its ARN", async () => {
  const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName: "next-prompt" }));
  const answer = await invoke({}, { FunctionName: Configuration.FunctionArn });
  assert.equal(parse(answer).arn, Configuration.FunctionArn);
});

test("a failed function tells its error and the end of its log", async () => {
  const answer = await invoke({ do: "fail" }, { LogType: "Tail" });
  assert.equal(answer.FunctionError, "Unhandled");
  assert.equal(parse(answer).errorType, "BridgeHasNoRoom");
  assert.match(Buffer.from(answer.LogResult, "base64").toString(), /^START RequestId: [^]+REPORT RequestId: /);
});

test("an event that nobody waits for is accepted", async () => {
  assert.equal((await invoke({}, { InvocationType: "Event" })).StatusCode, 202);
});

test("functions are listed with their settings", async () => {
  const { Functions } = await lambda.send(new ListFunctionsCommand({}));
  assert.deepEqual(Functions.map((f) => [f.FunctionName, f.Timeout, f.MemorySize]), [["next-prompt", 8, 256]]);
});

test("errors have their names", async () => {
  await assert.rejects(invoke({}, { FunctionName: "none" }), { name: "ResourceNotFoundException" });
  await assert.rejects(lambda.send(new InvokeCommand({ FunctionName: "next-prompt", Payload: "{" })), {
    name: "InvalidRequestContentException",
  });
  const other = new LambdaClient({ credentials: { accessKeyId: "local", secretAccessKey: "other" } });
  await assert.rejects(other.send(new ListFunctionsCommand({})), { name: "InvalidSignatureException" });
});
