using System.Text.Json.Nodes;
using SonicBridge.Steps.Flows;

namespace SonicBridge.Steps.Tests.Flows;

/// <summary>Builds contact flows of a few actions, as an account has them before the migration.</summary>
internal sealed class AContactFlow
{
    public const string OldArn = "arn:aws:lambda:us-east-1:111122223333:function:invoke-fargate-task";
    public const string StartArn = "arn:aws:lambda:us-east-1:111122223333:function:invoke-ecs-ec2-task";
    public const string NextArn = "arn:aws:lambda:us-east-1:111122223333:function:next-prompt";
    public const string QueueArn =
        "arn:aws:connect:us-east-1:111122223333:instance/9b1dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e/queue/0a1dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e";

    public static FunctionAddress Old { get; } = FunctionAddress.Parse(OldArn);

    public static GraftSettings WithQueue { get; } = new(StartArn, NextArn, QueueArn);

    public static GraftSettings WithoutQueue { get; } = new(StartArn, NextArn, null);

    public static FlowKind Inbound { get; } = FlowKind.Of("CONTACT_FLOW");

    /// <summary>A menu, the old function, and what follows it.</summary>
    public static AContactFlow Usual() =>
        new AContactFlow()
            .Saying("first", "call")
            .Invoking("call", "poll", "sorry")
            .Saying("poll", "call")
            .Saying("sorry", "bye")
            .Ending();

    /// <summary>Where the editor shows each block.</summary>
    public static JsonObject Places(FlowDocument flow) =>
        JsonNode.Parse(flow.Content)!["Metadata"]!["ActionMetadata"]!.AsObject();

    private readonly JsonArray _actions = [];
    private readonly JsonObject _places = [];
    private string _start = "first";

    public AContactFlow StartingAt(string identifier)
    {
        _start = identifier;
        return this;
    }

    public AContactFlow With(
        string identifier,
        string type,
        string? next = null,
        string? error = null,
        JsonObject? parameters = null
    )
    {
        var transitions = new JsonObject();
        if (next is not null)
        {
            transitions["NextAction"] = next;
            transitions["Errors"] = error is null
                ? []
                : new JsonArray(new JsonObject { ["NextAction"] = error, ["ErrorType"] = "NoMatchingError" });
        }

        _places[identifier] = new JsonObject
        {
            ["position"] = new JsonObject { ["x"] = 100 + (_actions.Count * 200), ["y"] = 60 },
        };
        _actions.Add(
            (JsonNode)
                new JsonObject
                {
                    ["Parameters"] = parameters ?? [],
                    ["Identifier"] = identifier,
                    ["Type"] = type,
                    ["Transitions"] = transitions,
                }
        );
        return this;
    }

    public AContactFlow Streaming(string identifier, string next, string error, bool isOn = true) =>
        With(
            identifier,
            "UpdateContactMediaStreamingBehavior",
            next,
            error,
            new JsonObject { ["MediaStreamingState"] = isOn ? "Enabled" : "Disabled" }
        );

    public AContactFlow Invoking(string identifier, string next, string error, string function = OldArn) =>
        With(
            identifier,
            "InvokeLambdaFunction",
            next,
            error,
            new JsonObject { ["LambdaFunctionARN"] = function, ["InvocationTimeLimitSeconds"] = "8" }
        );

    public AContactFlow Saying(string identifier, string next) =>
        With(identifier, "MessageParticipant", next, next, new JsonObject { ["Text"] = $"This is {identifier}." });

    public AContactFlow Ending(string identifier = "bye") => With(identifier, "DisconnectParticipant");

    public string Json() =>
        new JsonObject
        {
            ["Version"] = "2019-10-30",
            ["StartAction"] = _start,
            ["Metadata"] = new JsonObject
            {
                ["entryPointPosition"] = new JsonObject { ["x"] = 20, ["y"] = 20 },
                ["ActionMetadata"] = _places.DeepClone(),
                ["Annotations"] = new JsonArray(),
            },
            ["Actions"] = _actions.DeepClone(),
        }.ToJsonString();

    public FlowDocument Document() => FlowDocument.Read(Json());

    /// <summary>The flow after the graft.</summary>
    public FlowDocument At(int percentage, GraftSettings? settings = null, FlowKind? kind = null) =>
        FlowDocument.Read(FlowGraft.Apply(Document(), Old, settings ?? WithQueue, kind ?? Inbound, percentage));
}
