using System.Text;
using System.Text.Json;

namespace SonicBridge.Steps.Flows;

/// <summary>A contact flow, or a module, in Amazon Connect's flow language, version 2019-10-30.</summary>
internal sealed class FlowDocument
{
    private readonly Dictionary<string, FlowAction> _byIdentifier;

    private FlowDocument(string content, byte[] json, JsonPart root, JsonPart start, List<FlowAction> actions)
    {
        Content = content;
        Json = json;
        Root = root;
        StartReference = start;
        Actions = actions;
        _byIdentifier = actions.ToDictionary(action => action.Identifier, StringComparer.Ordinal);
    }

    /// <summary>The text that was read.</summary>
    public string Content { get; }

    /// <summary>The same in UTF-8, to which all <see cref="JsonPart"/>s refer.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    public JsonPart Root { get; }

    /// <summary>Where the text names the first action.</summary>
    public JsonPart StartReference { get; }

    public string StartAction => StartReference.Text!;

    public IReadOnlyList<FlowAction> Actions { get; }

    /// <summary>An action, or null when there is none of that name.</summary>
    public FlowAction? Find(string identifier) => _byIdentifier.GetValueOrDefault(identifier);

    /// <summary>Reads a flow's content, as Amazon Connect gives it.</summary>
    /// <exception cref="FlowUnreadable">It is no flow.</exception>
    public static FlowDocument Read(string content)
    {
        var json = Encoding.UTF8.GetBytes(content);
        JsonPart root;
        try
        {
            root = JsonPart.Read(json);
        }
        // InvalidOperationException: a string with half a surrogate pair is JSON, but it is no text.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FlowUnreadable($"The content is no JSON: {e.Message}", e);
        }

        if (root["Version"]?.Text is not "2019-10-30")
        {
            throw new FlowUnreadable(
                "The content is no flow of version 2019-10-30; an export of the old designer has to be imported and published once."
            );
        }

        if (root["Actions"] is not { IsArray: true } actions)
        {
            throw new FlowUnreadable("The flow has no Actions.");
        }

        var read = actions.Items.Select((action, index) => FlowAction.Read(action, index + 1)).ToList();
        if (read.GroupBy(action => action.Identifier).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new FlowUnreadable($"The flow has two actions '{twice.Key}'.");
        }

        if (
            root["StartAction"] is not { Text: { } first } start
            || read.TrueForAll(action => action.Identifier != first)
        )
        {
            throw new FlowUnreadable("The flow's StartAction is not among its Actions.");
        }

        return new FlowDocument(content, json, root, start, read);
    }

    /// <summary>The invocations of a function, and those of which no reader can tell, in the flow's order.</summary>
    public IReadOnlyList<FunctionInvocation> InvocationsOf(FunctionAddress function) =>
        [
            .. Actions
                .Where(action => action.Type == "InvokeLambdaFunction")
                .Select(action => (action.Identifier, Named: action.Parameter("LambdaFunctionARN") ?? ""))
                .Select(found => new FunctionInvocation(found.Identifier, found.Named, function.Match(found.Named)))
                .Where(invocation => invocation.Match is not FunctionMatch.Other),
        ];

    /// <summary>All actions to which a way leads.</summary>
    /// <param name="from">Where the ways begin; they are reached.</param>
    /// <param name="onward">The actions to which a way goes on behind an action.</param>
    public HashSet<string> Reach(IEnumerable<string> from, Func<FlowAction, IEnumerable<string>> onward)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(from);
        while (open.TryPop(out var identifier))
        {
            if (Find(identifier) is not { } action || !reached.Add(identifier))
            {
                continue;
            }

            foreach (var target in onward(action))
            {
                open.Push(target);
            }
        }

        return reached;
    }
}

/// <summary>An action that invokes, or may invoke, a function.</summary>
/// <param name="Action">Its identifier.</param>
/// <param name="Parameter">How it names the function.</param>
/// <param name="Match">What that has to do with the function.</param>
internal sealed record FunctionInvocation(string Action, string Parameter, FunctionMatch Match);
