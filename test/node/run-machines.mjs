// Runs state machines with aws-local-stepfunctions and scripted functions.
// In, on stdin: [{"definition", "input", "context", "functions": {name: [{"result"} | {"error", "cause"}]}}]
// Out, on stdout: [{"path": [state names], "output"} | {"path", "error", "cause"}]
import { readFileSync } from "node:fs";

// The engine asks for Node 22 on account of this function alone.
Promise.withResolvers ??= function () {
  const deferred = {};
  deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { resolve, reject }));
  return deferred;
};
const { StateMachine } = await import("aws-local-stepfunctions");

const asked = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await Promise.all(asked.map(run))));

async function run({ definition, input, context, functions }) {
  const overrides = { taskResourceLocalHandlers: {}, retryIntervalOverrides: {} };
  prepare(definition.States, functions, overrides);
  const machine = new StateMachine(definition, { validationOptions: { noValidate: true } });
  const { result, eventLogs } = machine.run(input, { context, overrides });
  const end = result.then(
    (output) => ({ output }),
    (error) => ({ error: error.cause?.name ?? error.name, cause: error.cause?.message ?? error.message }),
  );
  const path = [];
  for await (const event of eventLogs) {
    if (event.type === "StateEntered") path.push(event.state.name);
  }
  return { path, ...(await end) };
}

function prepare(states, functions, overrides) {
  for (const [name, state] of Object.entries(states)) {
    for (const inner of [...(state.Branches ?? []), state.ItemProcessor, state.Iterator]) {
      if (inner) prepare(inner.States, functions, overrides);
    }
    // A timer of Node holds 24 days, and rings at once when it is set to more.
    if (state.TimeoutSeconds > 2_000_000) delete state.TimeoutSeconds;
    overrides.retryIntervalOverrides[name] = 0;
    if (state.Type === "Task") {
      overrides.taskResourceLocalHandlers[name] = async (event) => call(state, event, functions);
    }
  }
}

function call(state, event, functions) {
  const invokes = state.Resource.startsWith("arn:aws:states:::lambda:invoke");
  const starts = state.Resource.startsWith("arn:aws:states:::states:startExecution");
  const name = (starts ? event.StateMachineArn : invokes ? event.FunctionName : state.Resource).split(":").at(-1);
  const { error, cause, result } = functions[name].shift();
  if (error !== undefined) {
    throw Object.assign(new Error(cause), { name: error });
  }
  return state.Resource.endsWith(":invoke") ? { Payload: result, StatusCode: 200 } : result;
}
