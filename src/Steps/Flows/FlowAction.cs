using System.Text.Json;

namespace SonicBridge.Steps.Flows;

/// <summary>One action of a flow, as far as the way of a caller goes.</summary>
internal sealed class FlowAction
{
    private readonly JsonPart _action;

    private FlowAction(JsonPart action, string identifier, string type, IReadOnlyList<JsonPart> references)
    {
        _action = action;
        Identifier = identifier;
        Type = type;
        References = references;
    }

    public string Identifier { get; }

    public string Type { get; }

    /// <summary>Where in the flow's text it names the actions after it.</summary>
    public IReadOnlyList<JsonPart> References { get; }

    public JsonPart Part => _action;

    /// <summary>The actions after it.</summary>
    public IEnumerable<string> Targets => References.Select(reference => reference.Text!);

    /// <summary>The action after it when no branch is taken; null when there is none.</summary>
    public string? Next => NonEmpty(_action["Transitions"]?["NextAction"]);

    /// <summary>The action after it when it fails; null when there is no such branch.</summary>
    public string? OnError =>
        NonEmpty(
            _action["Transitions"]
                ?["Errors"]?.Items.FirstOrDefault(error => error["ErrorType"]?.Text is "NoMatchingError")
                ?["NextAction"]
        );

    /// <summary>A parameter's text, or null when it is absent or no string.</summary>
    public string? Parameter(string name) => _action["Parameters"]?[name]?.Text;

    /// <exception cref="FlowUnreadable">It is no action.</exception>
    public static FlowAction Read(JsonPart action, int number)
    {
        if (action["Identifier"]?.Text is not { Length: > 0 } identifier)
        {
            throw new FlowUnreadable($"Action {number} has no Identifier.");
        }

        if (action["Type"]?.Text is not { Length: > 0 } type)
        {
            throw new FlowUnreadable($"Action '{identifier}' has no Type.");
        }

        var references = new List<JsonPart>();
        if (action["Transitions"] is { Kind: not JsonTokenType.Null } transitions)
        {
            if (!transitions.IsObject)
            {
                throw new FlowUnreadable($"The Transitions of action '{identifier}' are no object.");
            }

            Collect(transitions, identifier, references);
        }

        return new FlowAction(action, identifier, type, references);
    }

    private static void Collect(JsonPart part, string identifier, List<JsonPart> references)
    {
        foreach (var (name, _, value) in part.Members)
        {
            if (name != "NextAction")
            {
                Collect(value, identifier, references);
            }
            else if (value.Text is null && value.Kind is not JsonTokenType.Null)
            {
                throw new FlowUnreadable($"A NextAction of action '{identifier}' is no text.");
            }
            // The editor saves a branch that leads nowhere yet with an empty one.
            else if (value.Text is { Length: > 0 })
            {
                references.Add(value);
            }
        }

        foreach (var item in part.Items)
        {
            Collect(item, identifier, references);
        }
    }

    private static string? NonEmpty(JsonPart? part) => part?.Text is { Length: > 0 } text ? text : null;
}
