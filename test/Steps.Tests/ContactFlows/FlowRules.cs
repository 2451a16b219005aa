using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.ContactFlows;

/// <summary>
/// The rules of Amazon Connect's flow language, version 2019-10-30, for the actions that the flow uses ("Flow language"
/// in the API reference), as far as an import checks them.
/// </summary>
internal static class FlowRules
{
    public const int MostActions = 250;
    public const int LongestIdentifier = 50;
    public const int LongestContent = 256_000;
    public const int LongestText = 6000;
    public const string ForbiddenInIdentifiers = @"%:(\/)=$,;[]{}";

    private static readonly Dictionary<string, ActionRule> s_actions = new(StringComparer.Ordinal)
    {
        ["UpdateContactMediaStreamingBehavior"] = new(
            ["MediaStreamingState", "Participants", "MediaStreamType"],
            [],
            ["NoMatchingError"]
        ),
        ["InvokeLambdaFunction"] = new(
            ["LambdaFunctionARN", "InvocationTimeLimitSeconds"],
            ["InvocationType", "LambdaInvocationAttributes", "ResponseValidation"],
            ["NoMatchingError"]
        ),
        ["MessageParticipant"] = new(
            [],
            ["Text", "SSML", "PromptId", "Media", "SkipWhenDTMFBufferEnabled"],
            ["NoMatchingError"]
        ),
        ["Compare"] = new(["ComparisonValue"], [], ["NoMatchingCondition"]),
        ["DistributeByPercentage"] = new([], [], ["NoMatchingCondition"]),
        ["UpdateContactAttributes"] = new(["Attributes"], ["TargetContact"], ["NoMatchingError"]),
        ["UpdateContactTargetQueue"] = new([], ["QueueId", "AgentId"], ["NoMatchingError"]),
        ["TransferContactToQueue"] = new([], [], ["QueueAtCapacity", "NoMatchingError"]),
        ["DisconnectParticipant"] = new([], [], [], IsTerminal: true),
    };

    private static readonly HashSet<string> s_operators =
    [
        "Equals",
        "TextStartsWith",
        "TextEndsWith",
        "TextContains",
        "NumberGreaterThan",
        "NumberGreaterOrEqualTo",
        "NumberLessThan",
        "NumberLessOrEqualTo",
    ];

    /// <summary>What is wrong with an action; nothing when all is well.</summary>
    public static IEnumerable<string> Faults(JsonObject action)
    {
        var id = (string)action["Identifier"]!;
        if (!s_actions.TryGetValue((string)action["Type"]!, out var rule))
        {
            return [$"{id}: {action["Type"]} is not an action of the flow language that is known here."];
        }

        return
        [
            .. ParameterFaults(rule, action["Parameters"]!.AsObject()).Select(fault => $"{id}: {fault}"),
            .. TransitionFaults(rule, action["Transitions"]!.AsObject(), (string)action["Type"]!)
                .Select(fault => $"{id}: {fault}"),
        ];
    }

    private static IEnumerable<string> ParameterFaults(ActionRule rule, JsonObject parameters) =>
        rule
            .Required.Where(name => !parameters.ContainsKey(name))
            .Select(name => $"{name} is missing")
            .Concat(
                parameters
                    .Select(parameter => parameter.Key)
                    .Except(rule.Required)
                    .Except(rule.Optional)
                    .Select(name => $"{name} is not a parameter")
            )
            .Concat(
                Scalars(parameters).Where(scalar => !scalar.IsText).Select(scalar => $"{scalar.Path} is no string")
            );

    private static IEnumerable<string> TransitionFaults(ActionRule rule, JsonObject transitions, string type)
    {
        if (rule.IsTerminal)
        {
            return transitions.Count == 0 ? [] : ["a terminal action leads nowhere"];
        }

        var errors = (transitions["Errors"]?.AsArray() ?? []).Select(error => (string)error!["ErrorType"]!).ToList();
        var conditions = (transitions["Conditions"]?.AsArray() ?? []).Select(branch => branch!["Condition"]!).ToList();
        return rule
            .Errors.Except(errors)
            .Select(error => $"the branch {error} is missing")
            .Concat(errors.Except(rule.Errors).Select(error => $"{error} is not an error of this action"))
            .Concat(errors.Count == errors.Distinct().Count() ? [] : ["an error has two branches"])
            .Concat((string?)transitions["NextAction"] is { Length: > 0 } ? [] : ["NextAction is missing"])
            .Concat(
                conditions
                    .Where(condition =>
                        !s_operators.Contains((string)condition["Operator"]!)
                        || condition["Operands"]!.AsArray().Count != 1
                    )
                    .Select(condition => $"{condition.ToJsonString()} is no comparison with one operand")
            )
            .Concat(
                conditions.Count > 0 == type is "Compare" or "DistributeByPercentage"
                    ? []
                    : [$"{type} and conditions do not go together"]
            );
    }

    private static IEnumerable<(string Path, bool IsText)> Scalars(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Scalars(member.Value)),
            JsonArray items => items.SelectMany(Scalars),
            _ => [(node?.GetPath() ?? "null", node is JsonValue value && value.TryGetValue<string>(out _))],
        };

    private sealed record ActionRule(string[] Required, string[] Optional, string[] Errors, bool IsTerminal = false);
}
