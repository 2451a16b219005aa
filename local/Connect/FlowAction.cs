using System.Text.Json;

namespace SonicBridge.Local.Connect;

/// <summary>One block of a contact flow.</summary>
/// <param name="Identifier">Its name, unique in the flow.</param>
/// <param name="Type">What it does, such as <c>MessageParticipant</c>.</param>
/// <param name="Parameters">By the rules of its type.</param>
/// <param name="Next">Where the flow goes when no branch is taken; null for a terminal action.</param>
/// <param name="Errors">Error branches, by error type.</param>
/// <param name="Conditions">Branches by a comparison, in order.</param>
public sealed record FlowAction(
    string Identifier,
    string Type,
    JsonElement Parameters,
    string? Next,
    IReadOnlyDictionary<string, string> Errors,
    IReadOnlyList<FlowCondition> Conditions
)
{
    /// <summary>Every action that this one may lead to.</summary>
    public IEnumerable<string> Targets =>
        Conditions.Select(condition => condition.Next).Concat(Errors.Values).Concat(Next is null ? [] : [Next]);

    /// <summary>A parameter's text, or null when it is absent.</summary>
    public string? Text(string name) => Parameters.TryGetProperty(name, out var value) ? value.GetString() : null;

    internal static FlowAction Read(JsonElement action)
    {
        var transitions = action.GetProperty("Transitions");
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (transitions.TryGetProperty("Errors", out var errorBranches))
        {
            foreach (var branch in errorBranches.EnumerateArray())
            {
                errors.Add(branch.GetProperty("ErrorType").GetString()!, branch.GetProperty("NextAction").GetString()!);
            }
        }

        return new FlowAction(
            action.GetProperty("Identifier").GetString()!,
            action.GetProperty("Type").GetString()!,
            action.GetProperty("Parameters").Clone(),
            transitions.TryGetProperty("NextAction", out var next) ? next.GetString() : null,
            errors,
            transitions.TryGetProperty("Conditions", out var conditions)
                ? [.. conditions.EnumerateArray().Select(FlowCondition.Read)]
                : []
        );
    }
}

/// <summary>A branch that is taken when the action's value compares so.</summary>
public sealed record FlowCondition(string Operator, string Operand, string Next)
{
    public bool Holds(string value) =>
        Operator switch
        {
            "Equals" => string.Equals(value, Operand, StringComparison.Ordinal),
            "TextStartsWith" => value.StartsWith(Operand, StringComparison.Ordinal),
            "TextEndsWith" => value.EndsWith(Operand, StringComparison.Ordinal),
            "TextContains" => value.Contains(Operand, StringComparison.Ordinal),
            "NumberGreaterThan" => Compare(value) > 0,
            "NumberGreaterOrEqualTo" => Compare(value) >= 0,
            "NumberLessThan" => Compare(value) < 0,
            "NumberLessOrEqualTo" => Compare(value) <= 0,
            _ => throw new ContactFlowException($"'{Operator}' is not an operator of the flow language."),
        };

    internal static FlowCondition Read(JsonElement branch)
    {
        var condition = branch.GetProperty("Condition");
        return new FlowCondition(
            condition.GetProperty("Operator").GetString()!,
            condition.GetProperty("Operands").EnumerateArray().Single().GetString()!,
            branch.GetProperty("NextAction").GetString()!
        );
    }

    private int? Compare(string value) =>
        double.TryParse(value, out var left) && double.TryParse(Operand, out var right) ? left.CompareTo(right) : null;
}
