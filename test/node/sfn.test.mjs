import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  ExecutionAlreadyExists,
  GetExecutionHistoryCommand,
  InvalidDefinition,
  InvalidToken,
  ListExecutionsCommand,
  paginateGetExecutionHistory,
  SendTaskHeartbeatCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";

const sfn = new SFNClient({});
const roleArn = "arn:aws:iam::000000000000:role/states";
const create = (name, definition) =>
  sfn.send(new CreateStateMachineCommand({ name, roleArn, definition: JSON.stringify(definition) }));

test("an execution runs to its output and tells its history", async () => {
  const { stateMachineArn, creationDate } = await create("passing", {
    StartAt: "Pass",
    States: { Pass: { Type: "Pass", Result: { words: "ü “quoted”" }, End: true } },
  });
  assert.ok(Math.abs(creationDate - Date.now()) < 60_000);
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn, input: '{"a":1}' }));

  let execution;
  do {
    execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  } while (execution.status === "RUNNING");
  assert.equal(execution.status, "SUCCEEDED");
  assert.deepEqual(JSON.parse(execution.output), { words: "ü “quoted”" });
  assert.ok(execution.stopDate >= execution.startDate);

  const events = [];
  for await (const page of paginateGetExecutionHistory({ client: sfn, pageSize: 1 }, { executionArn })) {
    events.push(...page.events);
  }
  assert.deepEqual(
    events.map(({ type }) => type),
    ["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"],
  );
  assert.equal(events[1].stateEnteredEventDetails.name, "Pass");
  assert.ok(events[0].timestamp instanceof Date);
});

test("one name is one execution, and a stopped one is aborted", async () => {
  const { stateMachineArn } = await create("waiting", {
    StartAt: "Wait",
    States: { Wait: { Type: "Wait", Seconds: 3600, End: true } },
  });
  const start = (input) => sfn.send(new StartExecutionCommand({ stateMachineArn, name: "one", input }));
  const { executionArn } = await start('{"a":1}');
  assert.equal((await start('{"a":1}')).executionArn, executionArn);
  await assert.rejects(start('{"a":2}'), ExecutionAlreadyExists);

  await sfn.send(new StopExecutionCommand({ executionArn, error: "Operator", cause: "Enough." }));
  const { executions } = await sfn.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: "ABORTED" }));
  assert.deepEqual(executions.map(({ name }) => name), ["one"]);
  const { events } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, reverseOrder: true }));
  assert.deepEqual(events[0].executionAbortedEventDetails, { error: "Operator", cause: "Enough." });
});

test("errors are the modelled ones", async () => {
  await assert.rejects(create("wrong", { StartAt: "Nowhere", States: {} }), InvalidDefinition);
  await assert.rejects(sfn.send(new SendTaskHeartbeatCommand({ taskToken: "nonsense" })), InvalidToken);
  const stateMachineArn = "arn:aws:states:us-east-1:000000000000:stateMachine:none";
  await assert.rejects(sfn.send(new DescribeStateMachineCommand({ stateMachineArn })), {
    name: "StateMachineDoesNotExist",
  });
});
