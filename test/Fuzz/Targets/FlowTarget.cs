using System.Text;
using SonicBridge.Fuzz.Mutation;
using SonicBridge.Steps.Flows;
using static SonicBridge.Fuzz.Targets.OracleException;

namespace SonicBridge.Fuzz.Targets;

/// <summary>A contact flow as an account has it, which the migration changes and the rollback restores.</summary>
internal sealed class FlowTarget : IFuzzTarget
{
    private const string Arn = "arn:aws:lambda:us-east-1:111122223333:function:";
    private const string OldArn = Arn + "invoke-fargate-task";

    private static readonly FunctionAddress s_old = FunctionAddress.Parse(OldArn);
    private static readonly int[] s_shares = [1, 50, 99, 100];
    private static readonly FlowKind[] s_kinds =
    [
        FlowKind.Of("CONTACT_FLOW"),
        FlowKind.Of("CUSTOMER_QUEUE"),
        FlowKind.Module,
    ];

    public string Name => "flow";

    public string Oracle =>
        "a flow or FlowUnreadable; the graft reads again, and taken back it is the same to the byte; at 100 % nothing leads to the old function; or FlowTooLarge";

    public IReadOnlyDictionary<string, string[]> Code { get; } =
        new Dictionary<string, string[]> { ["SonicBridge.Steps"] = ["SonicBridge.Steps.Flows."] };

    public IReadOnlyList<byte[]> Dictionary { get; } =
    [
        .. Words.JsonValues,
        .. Words.Json(
            "Version",
            "2019-10-30",
            "StartAction",
            "Actions",
            "Metadata",
            "ActionMetadata",
            "Annotations",
            "actionId",
            "position",
            "x",
            "y",
            "Identifier",
            "Type",
            "Parameters",
            "Transitions",
            "NextAction",
            "Errors",
            "Conditions",
            "ErrorType",
            "NoMatchingError",
            "InvokeLambdaFunction",
            "LambdaFunctionARN",
            OldArn,
            "invoke-fargate-task",
            OldArn + ":live",
            "UpdateContactMediaStreamingBehavior",
            "MediaStreamingState",
            "Enabled",
            "InvokeFlowModule",
            "DisconnectParticipant",
            "nova-sonic-share-of-calls",
            "nova-sonic-start-call",
            "a",
            "b",
            "c"
        ),
    ];

    public int LongestInput => 16 * 1024;

    public long MostAllocated(int length) => 1_500_000 + (600L * length);

    public IEnumerable<byte[]> Seeds(string repository) =>
        [File.ReadAllBytes(Path.Join(repository, "contactflows", "nova-sonic-call.json"))];

    public void Run(ReadOnlySpan<byte> input)
    {
        var content = Encoding.UTF8.GetString(input);
        FlowDocument flow;
        try
        {
            flow = FlowDocument.Read(content);
        }
        catch (FlowUnreadable)
        {
            _ = FlowFingerprint.Of(content);
            return;
        }

        Hold(
            new JsonEdit().Apply(flow.Json.Span, flow.Root).AsSpan().SequenceEqual(flow.Json.Span),
            "An edit of nothing changes the text."
        );
        var chance = new Chance(Chance.Of(input));
        var share = s_shares[chance.Below(s_shares.Length)];
        var settings = new GraftSettings(
            Arn + "invoke-ecs-ec2-task",
            Arn + "next-prompt",
            chance.OneIn(2) ? "arn:aws:connect:us-east-1:111122223333:instance/i/queue/q" : null
        );
        var kind = s_kinds[chance.Below(s_kinds.Length)];
        Hold(FlowGraft.Apply(flow, s_old, settings, kind, 0) == content, "A graft for nobody changes the flow.");
        try
        {
            HoldGraft(flow, FlowGraft.Apply(flow, s_old, settings, kind, share), share, kind);
        }
        catch (FlowTooLarge) { }
    }

    private static void HoldGraft(FlowDocument before, string content, int share, FlowKind kind)
    {
        var invoked = before.InvocationsOf(s_old).Any(invocation => invocation.Match is FunctionMatch.Same);
        if (!invoked)
        {
            Hold(content == before.Content, "A flow without the old function is changed.");
            return;
        }

        FlowDocument after;
        try
        {
            after = FlowDocument.Read(content);
        }
        catch (FlowUnreadable e)
        {
            throw new OracleException($"What the graft wrote is no flow: {e.Message}");
        }

        if (share < 100)
        {
            HoldTakenBack(before, after);
        }
        else if (kind.CarriesCalls)
        {
            Hold(
                after.InvocationsOf(s_old).All(invocation => invocation.Match is not FunctionMatch.Same),
                "At 100 % the old function is still in the flow."
            );
            Hold(
                after.Actions.SelectMany(action => action.Targets).All(target => Leads(before, after, target)),
                "At 100 % a branch leads to an action that was taken away."
            );
        }
    }

    /// <summary>A branch that led nowhere before may do so still.</summary>
    private static bool Leads(FlowDocument before, FlowDocument after, string target) =>
        after.Find(target) is not null || before.Find(target) is null;

    private static void HoldTakenBack(FlowDocument before, FlowDocument after)
    {
        var taken = GraftRemoval.Of(before, after);
        Hold(
            taken.AsSpan().SequenceEqual(before.Json.Span),
            $"Grafted and taken back the flow differs: {Encoding.UTF8.GetString(taken)}"
        );
        Hold(
            FlowFingerprint.Of(Encoding.UTF8.GetString(taken)) == FlowFingerprint.Of(before.Content),
            "The same flow has two fingerprints."
        );
    }
}
