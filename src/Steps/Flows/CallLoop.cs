using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Flows;

/// <summary>
/// The actions that carry a call: those of <c>contactflows/nova-sonic-call.json</c>, the flow that is deployed by itself,
/// with their ends tied to another flow.
/// </summary>
internal static class CallLoop
{
    public const string StartStreaming = "start-media-streaming";
    public const string StartCall = "start-call";

    private const string AskNext = "ask-what-is-next";
    private const string BranchByNext = "what-is-next";
    private const string Announce = "announce-the-transfer";
    private const string Apologise = "apologise";
    private const string StopStreaming = "stop-media-streaming";
    private const string StopStreamingAtEnd = "stop-media-streaming-at-the-end";
    private const string ChooseQueue = "choose-the-queue";
    private const string HangUp = "hang-up";

    private static readonly Dictionary<string, NewAction> s_actions = ReadActions();

    /// <summary>The names of the loop's actions, from which an identifier in another flow is made.</summary>
    public static IEnumerable<string> Names => s_actions.Keys;

    /// <summary>The actions that a caller can come to, in the order of the flow that they are taken from.</summary>
    /// <param name="entries">Where callers come in: <see cref="StartStreaming"/>, <see cref="StartCall"/> or both.</param>
    /// <param name="rename">Makes the identifier of an action in the flow into which it is put.</param>
    public static IReadOnlyList<NewAction> Build(
        LoopEnds ends,
        GraftSettings settings,
        IEnumerable<string> entries,
        Func<string, string> rename
    )
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(entries);
        while (open.TryPop(out var name))
        {
            if (reached.Add(name))
            {
                var ways = s_actions[name].Action["Transitions"]!.AsObject();
                foreach (var target in References(ways).Select(reference => Way.Of(name, reference, ends)))
                {
                    if (target.IsOwn)
                    {
                        open.Push(target.Name);
                    }
                }
            }
        }

        return [.. s_actions.Where(action => reached.Contains(action.Key)).Select(action => Tie(action.Key))];

        NewAction Tie(string name)
        {
            var (_, source, metadata) = s_actions[name];
            var action = source.DeepClone().AsObject();
            action["Identifier"] = rename(name);
            foreach (var reference in References(action["Transitions"]!.AsObject()))
            {
                var way = Way.Of(name, reference, ends);
                reference["NextAction"] = way.IsOwn ? rename(way.Name) : way.Name;
            }

            var known = metadata.DeepClone().AsObject();
            Point(name, action["Parameters"]!.AsObject(), known, settings);
            return new NewAction(rename(name), action, known);
        }
    }

    /// <summary>Puts the account's own resources in place of the file's.</summary>
    private static void Point(string name, JsonObject parameters, JsonObject metadata, GraftSettings settings)
    {
        var (parameter, arn) = name switch
        {
            StartCall => ("LambdaFunctionARN", settings.StartFunctionArn),
            AskNext => ("LambdaFunctionARN", settings.NextPromptFunctionArn),
            ChooseQueue => ("QueueId", settings.AgentQueueArn!),
            _ => default,
        };
        if (parameter is null)
        {
            return;
        }

        // A function's name, or a queue's id: the flow's text does not know what people call the queue.
        var shown = arn[(arn.LastIndexOfAny([':', '/']) + 1)..];
        parameters[parameter] = arn;
        metadata["parameters"]![parameter]!["displayName"] = shown;
        if (metadata["queue"] is JsonObject queue)
        {
            queue["text"] = shown;
        }
    }

    /// <summary>Each object in an action's transitions that names an action.</summary>
    private static IEnumerable<JsonObject> References(JsonObject transitions) =>
        new[] { transitions }
            .Concat((transitions["Errors"]?.AsArray() ?? []).Select(error => error!.AsObject()))
            .Concat((transitions["Conditions"]?.AsArray() ?? []).Select(condition => condition!.AsObject()))
            .Where(branch => branch.ContainsKey("NextAction"));

    private static Dictionary<string, NewAction> ReadActions()
    {
        using var stream =
            typeof(CallLoop).Assembly.GetManifestResourceStream("nova-sonic-call.json")
            ?? throw new InvalidOperationException("The contact flow is not embedded in this assembly.");
        var flow = JsonNode.Parse(stream)!;
        var metadata = flow["Metadata"]!["ActionMetadata"]!;
        var actions = flow["Actions"]!
            .AsArray()
            .Select(action => action!.AsObject())
            .Select(action => new NewAction(
                (string)action["Identifier"]!,
                action,
                metadata[(string)action["Identifier"]!]!.AsObject()
            ))
            .ToDictionary(action => action.Identifier, StringComparer.Ordinal);
        var stop = actions[StopStreaming];
        var place = stop.Metadata.DeepClone().AsObject();
        place["position"] = actions["play"].Metadata["position"]!.DeepClone();
        actions.Add(
            StopStreamingAtEnd,
            new NewAction(StopStreamingAtEnd, stop.Action.DeepClone().AsObject(), place).MovedBy(240, 0)
        );
        return actions;
    }

    /// <summary>Where a branch of the loop leads.</summary>
    private readonly record struct Way(string Name, bool IsOwn)
    {
        public static Way Of(string action, JsonObject branch, LoopEnds ends)
        {
            var target = (string)branch["NextAction"]!;
            return (action, target) switch
            {
                // What Amazon Connect does when streaming is started a second time is not written anywhere. If it takes
                // the error branch, the voice is there all the same; and if it is not, start-call says so.
                (StartStreaming, _) when branch.ContainsKey("ErrorType") => new Way(StartCall, true),
                (BranchByNext, HangUp) when ends.AfterEnd is not null => new Way(StopStreamingAtEnd, true),
                (StopStreamingAtEnd, _) => new Way(ends.AfterEnd!, false),
                // Nobody is promised a colleague whom the loop does not know: the old flow knows what to say.
                (_, Apologise or Announce) when !ends.ToQueue => new Way(StopStreaming, true),
                (StopStreaming, _) when !ends.ToQueue => ends.OnFailure is { } old
                    ? new(old, false)
                    : new(HangUp, true),
                _ => new Way(target, true),
            };
        }
    }
}
