using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Language;
using SonicBridge.Local.Tests.Node;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>The call's state machine, branch by branch, here and by an engine that others have written.</summary>
public sealed class CallMachineTests
{
    private const string Input =
        """{"contactId":"5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e","folder":"s3://bucket/calls/5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e/"}""";
    private const string Ended = """{"ending":"callerHungUp","next":"end"}""";
    private const string Recorded = """{"ending":"failed","next":"transfer","detail":"The bridge was lost."}""";

    private const string Diagnosed =
        """{"contactId":"5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e","findings":[],"unread":[],"summary":"The bridge was lost. Nothing wrong was found."}""";

    // The states that a loss passes through until the next bridge is launched.
    private const string Counted = "StopOldBridge HadItCarriedTheCall CountLoss MayItBeReplaced";

    private static readonly TimeSpan s_heartbeat = TimeSpan.FromSeconds(15);
    private static readonly ScriptedTask s_noRoom = new(Error: "BridgeHasNoRoom", Cause: "RESOURCE:MEMORY");
    private static readonly ScriptedTask s_stopped = new(Error: "BridgeStopped", Cause: "OutOfMemory", ByToken: true);
    private static readonly ScriptedTask s_lost = new("""{"carried":false}""");
    private static readonly ScriptedTask s_carried = new("""{"carried":true}""");
    private static readonly ScriptedTask s_throttled = new(
        Error: "Lambda.TooManyRequestsException",
        Cause: "Rate exceeded"
    );
    private static readonly ScriptedTask s_broken = new(Error: "AmazonS3Exception", Cause: "SlowDown");

    private static readonly Dictionary<string, Branch> s_branches = new(StringComparer.Ordinal)
    {
        ["ended"] = new("CountNoLoss LaunchBridge RecordOutcome CallEnded", null, [new(Ended)], [new(Ended)]),
        ["room after two tries"] = new(
            "CountNoLoss LaunchBridge RecordOutcome CallEnded",
            null,
            [s_noRoom, s_noRoom, new(Ended)],
            [new(Ended)]
        ),
        ["no room"] = new(
            "CountNoLoss LaunchBridge RecordFailure Diagnose CallFailed",
            "BridgeHasNoRoom",
            [.. Enumerable.Repeat(s_noRoom, 6)],
            [new(Recorded)]
        ),
        ["throttled, then no room, then ended"] = new(
            "CountNoLoss LaunchBridge RecordOutcome CallEnded",
            null,
            [s_throttled, s_noRoom, s_throttled, new(Ended)],
            [new(Ended)]
        ),
        ["not launched"] = new(
            "CountNoLoss LaunchBridge RecordFailure Diagnose CallFailed",
            "BridgeNotLaunched",
            [new(Error: "BridgeNotLaunched", Cause: "MISSING")],
            [new(Recorded)]
        ),
        ["stopped, and the next holds the call"] = new(
            $"CountNoLoss LaunchBridge {Counted} LaunchBridge RecordOutcome CallEnded",
            null,
            [s_stopped, new(Ended)],
            [new(Ended)]
        ),
        ["leaving, and the next holds the call"] = new(
            "CountNoLoss LaunchBridge CountNoLoss LaunchBridge RecordOutcome CallEnded",
            null,
            [new(Error: "BridgeLeaving", Cause: "It was told to stop.", ByToken: true), new(Ended)],
            [new(Ended)]
        ),
        ["heartbeat missed, and the next holds the call"] = new(
            $"CountNoLoss LaunchBridge {Counted} LaunchBridge RecordOutcome CallEnded",
            null,
            [new(Silent: true), new(Ended)],
            [new(Ended)]
        ),
        ["stopped three times in a row"] = new(
            $"CountNoLoss LaunchBridge {Counted} LaunchBridge {Counted} LaunchBridge {Counted} RecordFailure Diagnose CallFailed",
            "BridgeStopped",
            [s_stopped, s_stopped, s_stopped],
            [new(Recorded)]
        ),
        ["stopped again and again, but each third carried the call"] = new(
            $"CountNoLoss LaunchBridge {Counted} LaunchBridge {Counted} LaunchBridge StopOldBridge HadItCarriedTheCall CountNoLoss "
                + $"LaunchBridge {Counted} LaunchBridge {Counted} LaunchBridge RecordOutcome CallEnded",
            null,
            [s_stopped, s_stopped, s_stopped, s_stopped, s_stopped, new(Ended)],
            [new(Ended)],
            Stop: [s_lost, s_lost, s_carried, s_lost, s_lost]
        ),
        ["old bridge not stopped"] = new(
            "CountNoLoss LaunchBridge StopOldBridge CountLoss MayItBeReplaced LaunchBridge RecordOutcome CallEnded",
            null,
            [s_stopped, new(Ended)],
            [new(Ended)],
            Stop: [s_broken]
        ),
        ["stopped, and no room for the next"] = new(
            $"CountNoLoss LaunchBridge {Counted} LaunchBridge RecordFailure Diagnose CallFailed",
            "BridgeHasNoRoom",
            [s_stopped, .. Enumerable.Repeat(s_noRoom, 6)],
            [new(Recorded)]
        ),
        ["hung up before the next could be launched"] = new(
            $"CountNoLoss LaunchBridge {Counted} LaunchBridge CallerHasHungUp RecordOutcome CallEnded",
            null,
            [s_stopped, new(Error: "CallerHungUp", Cause: "Amazon Connect reported the end of the contact.")],
            [new(Ended)]
        ),
        ["outcome recorded at the third try"] = new(
            "CountNoLoss LaunchBridge RecordOutcome CallEnded",
            null,
            [new(Ended)],
            [s_broken, s_broken, new(Ended)]
        ),
        ["outcome never recorded"] = new(
            "CountNoLoss LaunchBridge RecordOutcome",
            "AmazonS3Exception",
            [new(Ended)],
            [.. Enumerable.Repeat(s_broken, 11)]
        ),
        ["diagnosis fails"] = new(
            "CountNoLoss LaunchBridge RecordFailure Diagnose CallFailed",
            "BridgeNotLaunched",
            [new(Error: "BridgeNotLaunched", Cause: "MISSING")],
            [new(Recorded)],
            [s_broken]
        ),
        ["diagnosed at the second try"] = new(
            "CountNoLoss LaunchBridge RecordFailure Diagnose CallFailed",
            "BridgeNotLaunched",
            [new(Error: "BridgeNotLaunched", Cause: "MISSING")],
            [new(Recorded)],
            [s_throttled, new(Diagnosed)]
        ),
        ["failure recorded at the second try"] = new(
            "CountNoLoss LaunchBridge RecordFailure Diagnose CallFailed",
            "BridgeHasNoRoom",
            [.. Enumerable.Repeat(s_noRoom, 6)],
            [s_broken, new(Recorded)]
        ),
    };

    public static TheoryData<string> Branches => [.. s_branches.Keys];

    private static string Definition => Substitutions.Apply(CallMachine.Read(), CallMachine.Substitutions);

    [Theory]
    [MemberData(nameof(Branches))]
    public async Task Branch_goes_its_way(string name)
    {
        var branch = s_branches[name];

        var run = await MachineRun.LocallyAsync(branch.Machine, s_heartbeat);

        run.Path.ShouldBe(string.Join(" ", branch.Path.Split(' ').Order(StringComparer.Ordinal)));
        run.Error.ShouldBe(branch.Error);
        if (branch.Error is null)
        {
            run.Output.ShouldBe(Ended);
        }
        else if (branch.Path.EndsWith("CallFailed", StringComparison.Ordinal))
        {
            run.Cause.ShouldBe(
                name == "diagnosis fails" ? "The bridge was lost." : "The bridge was lost. Nothing wrong was found."
            );
        }
    }

    [Fact]
    public async Task Every_branch_goes_the_same_way_in_the_peer()
    {
        var machines = s_branches.Values.Select(static branch => branch.Machine).ToList();
        var peers = await MachineRun.ByPeerAsync(machines);

        foreach (var ((name, branch), peer) in s_branches.Zip(peers))
        {
            (await MachineRun.LocallyAsync(branch.Machine, s_heartbeat)).ShouldBe(peer, name);
        }
    }

    [Fact]
    public async Task Validator_accepts_the_definition()
    {
        var told = JsonNode.Parse(await NodeScript.AskAsync("validate-machine.mjs", Definition))!;

        told["errors"]!.GetValue<string>().ShouldBe("");
        told["isValid"]!.GetValue<bool>().ShouldBeTrue();
    }

    /// <param name="Path">The states it goes through.</param>
    /// <param name="Error">By which the execution fails, or null.</param>
    /// <param name="Launch">What launch-bridge does, call by call.</param>
    /// <param name="Record">What record-outcome does, call by call.</param>
    /// <param name="Diagnose">What diagnose does, call by call; null for an answer at once.</param>
    /// <param name="Stop">What stop-bridge does, call by call; null for bridges that had not carried the call.</param>
    private sealed record Branch(
        string Path,
        string? Error,
        ScriptedTask[] Launch,
        ScriptedTask[] Record,
        ScriptedTask[]? Diagnose = null,
        ScriptedTask[]? Stop = null
    )
    {
        public ScriptedMachine Machine =>
            new(
                Definition,
                Input,
                new Dictionary<string, ScriptedTask[]>(StringComparer.Ordinal)
                {
                    ["launch-bridge"] = Launch,
                    ["stop-bridge"] = Stop ?? [s_lost, s_lost, s_lost],
                    ["record-outcome"] = Record,
                    ["diagnose"] = Diagnose ?? [new(Diagnosed)],
                }
            );
    }
}
