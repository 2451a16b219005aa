using System.Text.Json.Nodes;

namespace SonicBridge.Local.Connect.Language;

/// <summary>Finds what is wrong with one action, by the rule of its type.</summary>
internal static class ActionCheck
{
    private const int LongestText = 6000;

    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
    {
        "Equals",
        "TextStartsWith",
        "TextEndsWith",
        "TextContains",
        "NumberGreaterThan",
        "NumberGreaterOrEqualTo",
        "NumberLessThan",
        "NumberLessOrEqualTo",
    };

    private static readonly string[] ExactlyOneOf = ["Text", "SSML", "PromptId", "Media"];

    /// <param name="path">Such as <c>Actions[3]</c>.</param>
    /// <param name="known">The identifiers of all actions.</param>
    public static IEnumerable<string> Problems(JsonObject action, string path, HashSet<string> known)
    {
        var type = FlowCheck.Text(action["Type"]);
        if (type is null || ActionRules.Find(type) is not { } rule)
        {
            return [$"Invalid action type '{type}'. Path: {path}.Type"];
        }

        return
        [
            .. ParameterProblems(rule, type, action["Parameters"] as JsonObject, $"{path}.Parameters"),
            .. TransitionProblems(rule, type, action["Transitions"] as JsonObject, $"{path}.Transitions", known),
        ];
    }

    private static IEnumerable<string> ParameterProblems(ActionRule rule, string type, JsonObject? given, string path)
    {
        var parameters = given ?? [];
        foreach (var name in rule.Required.Where(name => !parameters.ContainsKey(name)))
        {
            yield return $"Missing required action property. Path: {path}.{name}";
        }

        foreach (var name in parameters.Select(static pair => pair.Key).Except(rule.Required).Except(rule.Optional))
        {
            yield return $"'{name}' is not a property of {type}. Path: {path}.{name}";
        }

        foreach (var scalar in Scalars(parameters).Where(static scalar => FlowCheck.Text(scalar) is null))
        {
            yield return $"Invalid action property value: it must be a string. Path: {path}{scalar?.GetPath()[1..]}";
        }

        if (type == "MessageParticipant" && ExactlyOneOf.Count(parameters.ContainsKey) != 1)
        {
            yield return $"Exactly one of {string.Join(", ", ExactlyOneOf)} is required. Path: {path}";
        }

        if (FlowCheck.Text(parameters["Text"]) is { Length: > LongestText })
        {
            yield return $"A text has at most {LongestText} characters. Path: {path}.Text";
        }

        if (type == "InvokeLambdaFunction" && LimitIsWrong(FlowCheck.Text(parameters["InvocationTimeLimitSeconds"])))
        {
            yield return $"Invalid action property value: 1 to 8 seconds. Path: {path}.InvocationTimeLimitSeconds";
        }
    }

    private static bool LimitIsWrong(string? seconds) =>
        seconds is not null && !(int.TryParse(seconds, out var number) && number is >= 1 and <= 8);

    private static IEnumerable<string> TransitionProblems(
        ActionRule rule,
        string type,
        JsonObject? given,
        string path,
        HashSet<string> known
    )
    {
        var transitions = given ?? [];
        if (rule.IsTerminal)
        {
            if (transitions.Any(static pair => pair.Value is not JsonArray { Count: 0 }))
            {
                yield return $"Action does not support transitions. Path: {path}";
            }

            yield break;
        }

        if (transitions["NextAction"] is null && !rule.NextIsOptional && rule.Branching is not Branching.Always)
        {
            yield return $"Missing required action property. Path: {path}.NextAction";
        }

        foreach (var target in Targets(transitions).Where(target => target is null || !known.Contains(target)))
        {
            yield return $"Invalid action reference '{target}'. Path: {path}";
        }

        foreach (var problem in ErrorProblems(rule, type, transitions["Errors"] as JsonArray ?? [], path))
        {
            yield return problem;
        }

        foreach (var problem in ConditionProblems(rule, type, transitions["Conditions"] as JsonArray ?? [], path))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> ErrorProblems(ActionRule rule, string type, JsonArray branches, string path)
    {
        var errors = branches.Select(static branch => FlowCheck.Text(branch?["ErrorType"]) ?? "").ToList();
        foreach (var missing in rule.Errors.Except(errors))
        {
            yield return $"{type} needs the error branch {missing}. Path: {path}.Errors";
        }

        foreach (var unknown in errors.Except(rule.Errors).Except(rule.MoreErrors))
        {
            yield return $"'{unknown}' is not an error of {type}. Path: {path}.Errors";
        }

        if (errors.Distinct(StringComparer.Ordinal).Count() != errors.Count)
        {
            yield return $"An error has two branches. Path: {path}.Errors";
        }
    }

    private static IEnumerable<string> ConditionProblems(ActionRule rule, string type, JsonArray branches, string path)
    {
        if (branches.Count > 0 && rule.Branching is Branching.Never)
        {
            yield return $"{type} does not support conditions. Path: {path}.Conditions";
        }

        if (branches.Count == 0 && rule.Branching is Branching.Always)
        {
            yield return $"{type} needs a condition. Path: {path}.Conditions";
        }

        var last = 0;
        for (var i = 0; i < branches.Count; i++)
        {
            var condition = branches[i]?["Condition"];
            if (
                !Operators.Contains(FlowCheck.Text(condition?["Operator"]) ?? "")
                || condition?["Operands"] is not JsonArray { Count: 1 } operands
                || FlowCheck.Text(operands[0]) is not { } operand
            )
            {
                yield return $"A condition is a known operator and one operand. Path: {path}.Conditions[{i}]";
                continue;
            }

            // A chain of NumberLessThan, each above the one before; the number drawn is 1 to 100.
            if (type == "DistributeByPercentage")
            {
                var isChained =
                    FlowCheck.Text(condition["Operator"]) == "NumberLessThan"
                    && int.TryParse(operand, out var bound)
                    && bound is > 1 and <= 101
                    && bound > last;
                if (!isChained)
                {
                    yield return $"Percentages are a rising chain of NumberLessThan from 2 to 101. Path: {path}.Conditions[{i}]";
                }

                last = int.TryParse(operand, out var next) ? next : last;
            }
        }
    }

    private static IEnumerable<string?> Targets(JsonObject transitions) =>
        Branches(transitions["Errors"])
            .Concat(Branches(transitions["Conditions"]))
            .Concat(transitions["NextAction"] is { } next ? [FlowCheck.Text(next)] : []);

    private static IEnumerable<string?> Branches(JsonNode? branches) =>
        (branches as JsonArray ?? []).Select(static branch => FlowCheck.Text(branch?["NextAction"]));

    private static IEnumerable<JsonNode?> Scalars(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(static member => Scalars(member.Value)),
            JsonArray items => items.SelectMany(Scalars),
            _ => [node],
        };
}
