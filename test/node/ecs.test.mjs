import assert from "node:assert/strict";
import { test } from "node:test";
import {
  DescribeClustersCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StopTaskCommand,
  waitUntilTasksRunning,
  waitUntilTasksStopped,
} from "@aws-sdk/client-ecs";

const ecs = new ECSClient({});
const cluster = "nova-sonic-ecs-cluster";
const run = (more = {}) =>
  ecs.send(new RunTaskCommand({ cluster, taskDefinition: "nova-sonic-bridge", launchType: "EC2", ...more }));
const waiter = { client: ecs, maxWaitTime: 30, minDelay: 1, maxDelay: 1 };

test("a task runs, is described, listed and stopped", async () => {
  const { tasks, failures } = await run({
    startedBy: "call-1",
    overrides: { containerOverrides: [{ name: "bridge", environment: [{ name: "CALL_FOLDER", value: "s3://b/" }] }] },
  });
  assert.deepEqual(failures, []);
  const [{ taskArn, createdAt }] = tasks;
  assert.ok(Math.abs(createdAt - Date.now()) < 60_000);
  const named = { cluster, tasks: [taskArn] };
  await waitUntilTasksRunning(waiter, named);

  assert.deepEqual((await ecs.send(new ListTasksCommand({ cluster, startedBy: "call-1" }))).taskArns, [taskArn]);
  const [running] = (await ecs.send(new DescribeTasksCommand(named))).tasks;
  assert.equal(running.overrides.containerOverrides[0].environment[0].value, "s3://b/");
  assert.equal(running.launchType, "EC2");

  await ecs.send(new StopTaskCommand({ cluster, task: taskArn, reason: "enough" }));
  await waitUntilTasksStopped(waiter, named);
  const [stopped] = (await ecs.send(new DescribeTasksCommand(named))).tasks;
  assert.equal(stopped.stopCode, "UserInitiated");
  assert.equal(stopped.stoppedReason, "enough");
  // RUNNING is when the process is there: a SIGTERM before its handler ends it by the signal itself.
  assert.ok([0, 143].includes(stopped.containers[0].exitCode));
  assert.ok(stopped.stoppedAt >= stopped.startedAt);
});

test("a task that finds no room is a failure", async () => {
  const { tasks, failures } = await run({ overrides: { memory: "999999" } });
  assert.deepEqual(tasks, []);
  assert.equal(failures[0].reason, "RESOURCE:MEMORY");
});

test("a task definition comes back as it was registered", async () => {
  const definition = {
    family: "other",
    networkMode: "bridge",
    containerDefinitions: [
      {
        name: "bridge",
        image: "i",
        memoryReservation: 64,
        portMappings: [{ containerPort: 3000, hostPort: 0, protocol: "tcp" }],
        healthCheck: { command: ["CMD", "/app/bridge", "health"], interval: 10 },
      },
    ],
  };
  await ecs.send(new RegisterTaskDefinitionCommand(definition));
  const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: "other" }));
  assert.equal(taskDefinition.revision, 1);
  assert.deepEqual(taskDefinition.containerDefinitions, definition.containerDefinitions);
});

test("the cluster is described", async () => {
  const { clusters } = await ecs.send(new DescribeClustersCommand({ clusters: [cluster] }));
  assert.equal(clusters[0].status, "ACTIVE");
});

test("errors have their names", async () => {
  await assert.rejects(run({ cluster: "none" }), { name: "ClusterNotFoundException" });
  await assert.rejects(run({ taskDefinition: "none" }), { name: "ClientException" });
  await assert.rejects(run({ networkConfiguration: { awsvpcConfiguration: { subnets: ["s"] } } }), {
    name: "InvalidParameterException",
  });
  await run({ clientToken: "once", count: 1 });
  await assert.rejects(run({ clientToken: "once", count: 2 }), { name: "ConflictException" });
});
