using System.Text.Json;

namespace SonicBridge.Local.Connect;

/// <summary>A contact flow in Amazon Connect's flow language, version 2019-10-30, read and checked.</summary>
public sealed class ContactFlow
{
    private readonly Dictionary<string, FlowAction> _actions;

    private ContactFlow(string start, Dictionary<string, FlowAction> actions)
    {
        Start = start;
        _actions = actions;
    }

    /// <summary>The identifier of the first action.</summary>
    public string Start { get; }

    public FlowAction this[string identifier] => _actions[identifier];

    /// <summary>Reads a flow and refuses, by name, what the interpreter does not know.</summary>
    /// <exception cref="ContactFlowException">The text is not a flow, or a transition leads nowhere.</exception>
    public static ContactFlow Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            Require(
                root.GetProperty("Version").GetString() == "2019-10-30",
                "Version is not 2019-10-30, the only one that Amazon Connect has."
            );
            var actions = root.GetProperty("Actions")
                .EnumerateArray()
                .Select(FlowAction.Read)
                .ToDictionary(action => action.Identifier, StringComparer.Ordinal);
            var start = root.GetProperty("StartAction").GetString()!;
            Require(actions.ContainsKey(start), $"StartAction '{start}' is not among the actions.");
            foreach (var action in actions.Values)
            {
                Require(
                    FlowInterpreter.Knows(action.Type),
                    $"Action '{action.Identifier}' is of type {action.Type}, which the local Connect does not run."
                );
                foreach (var target in action.Targets)
                {
                    Require(
                        actions.ContainsKey(target),
                        $"Action '{action.Identifier}' leads to '{target}', which is not there."
                    );
                }
            }

            return new ContactFlow(start, actions);
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new ContactFlowException(
                $"The contact flow is not in Amazon Connect's flow language: {e.Message}",
                e
            );
        }
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new ContactFlowException(otherwise);
        }
    }
}

/// <summary>A contact flow that cannot be run; the message says what is wrong with it.</summary>
public sealed class ContactFlowException : Exception
{
    public ContactFlowException(string message)
        : base(message) { }

    public ContactFlowException(string message, Exception innerException)
        : base(message, innerException) { }
}
