using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.StepFunctions.Service;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>The <c>aws</c> command line against the local Step Functions, where it is installed.</summary>
public sealed class AwsCliTests
{
    private const string Outcome = """{"ending":"callerHungUp","next":"end"}""";

    [Fact]
    public async Task Call_is_started_reported_and_looked_at()
    {
        var lambda = new ScriptedLambda()
            .On("launch-bridge", static _ => "null")
            .On("record-outcome", static _ => Outcome);
        var machines = new StateMachines([new LambdaIntegration(lambda)], TimeProvider.System, new Random());
        var machine = machines.Load("call", CallMachine.Read(), CallMachine.Substitutions);
        await using var door = await ADoor.With(new StepFunctionsService(machines));

        var started = await SfnAsync(
            door,
            [
                "start-execution",
                "--state-machine-arn",
                machine.Arn,
                "--name",
                "one",
                "--input",
                """{"folder":"s3://b/calls/1/"}""",
            ]
        );
        var arn = started["executionArn"]!.GetValue<string>();
        var launched = await lambda.Calls.ReadAsync(TestContext.Current.CancellationToken);
        var token = JsonNode.Parse(launched.Payload)!["taskToken"]!.GetValue<string>();
        await AwsCli.RunAsync(door, "stepfunctions", "send-task-heartbeat", "--task-token", token);
        await AwsCli.RunAsync(
            door,
            "stepfunctions",
            "send-task-success",
            "--task-token",
            token,
            "--task-output",
            Outcome
        );
        await machines.FindExecution(arn).Completion.WaitAsync(TestContext.Current.CancellationToken);
        var described = await SfnAsync(door, ["describe-execution", "--execution-arn", arn]);
        var told = await SfnAsync(door, ["get-execution-history", "--execution-arn", arn, "--page-size", "5"]);

        described["status"]!.GetValue<string>().ShouldBe("SUCCEEDED");
        described["output"]!.GetValue<string>().ShouldBe(Outcome);
        told["events"]!
            .AsArray()
            .Select(static e => e!["type"]!.GetValue<string>())
            .ShouldBe(StatesBench.TypesOf(machines.FindExecution(arn)));
    }

    private static async Task<JsonNode> SfnAsync(AwsFrontDoor door, string[] arguments) =>
        JsonNode.Parse(await AwsCli.RunAsync(door, ["stepfunctions", .. arguments, "--output", "json"]))!;
}
