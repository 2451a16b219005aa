using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonicBridge.Local.Connect.Language;

/// <summary>Finds what Amazon Connect would refuse in the content of a flow or a module before it publishes it.</summary>
public static class FlowCheck
{
    /// <summary>The longest content, in characters.</summary>
    public const int LongestContent = 256_000;

    /// <summary>The most actions in a flow.</summary>
    public const int MostActions = 250;

    private const int LongestIdentifier = 50;
    private const string ForbiddenCharacters = @"%:(\/)=$,;[]{}";

    // The names that the flow language's page forbids.
    private static readonly HashSet<string> ForbiddenIdentifiers = new(StringComparer.Ordinal)
    {
        "__proto__",
        "constructor",
        "__defineGetter__",
        "__defineSetter__",
        "toString",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "valueOf",
    };

    /// <summary>What is wrong, one sentence each with its place; nothing when Connect would publish it.</summary>
    public static IReadOnlyList<string> Problems(string content)
    {
        if (content.Length > LongestContent)
        {
            return [$"The content has {content.Length} characters; at most {LongestContent} are allowed."];
        }

        try
        {
            return JsonNode.Parse(content) is JsonObject flow
                ? [.. OfFlow(flow)]
                : ["The content is not a JSON object. Path: $"];
        }
        catch (JsonException e)
        {
            return [$"The content is not JSON: {e.Message}"];
        }
        catch (ArgumentException e)
        {
            // A member that is there twice.
            return [$"The content is not JSON: {e.Message}"];
        }
    }

    private static IEnumerable<string> OfFlow(JsonObject flow)
    {
        if (Text(flow["Version"]) != "2019-10-30")
        {
            yield return "Invalid flow property value: it must be 2019-10-30. Path: Version";
        }

        if (flow["Actions"] is not JsonArray { Count: > 0 } actions)
        {
            yield return "Missing required flow property. Path: Actions";
            yield break;
        }

        if (actions.Count > MostActions)
        {
            yield return $"A flow has at most {MostActions} actions; there are {actions.Count}. Path: Actions";
        }

        var identifiers = actions
            .Select(action => Text((action as JsonObject)?["Identifier"]))
            .OfType<string>()
            .ToList();
        var known = identifiers.ToHashSet(StringComparer.Ordinal);
        if (Text(flow["StartAction"]) is not { } start || !known.Contains(start))
        {
            yield return "Invalid action reference. Path: StartAction";
        }

        foreach (var twice in identifiers.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"The identifier '{twice.Key}' is not unique. Path: Actions";
        }

        for (var i = 0; i < actions.Count; i++)
        {
            var path = $"Actions[{i}]";
            if (actions[i] is not JsonObject action)
            {
                yield return $"An action is an object. Path: {path}";
                continue;
            }

            foreach (var problem in IdentifierProblems(action, path).Concat(ActionCheck.Problems(action, path, known)))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> IdentifierProblems(JsonObject action, string path)
    {
        if (Text(action["Identifier"]) is not { Length: > 0 } identifier)
        {
            return [$"Missing required action property. Path: {path}.Identifier"];
        }

        return
            identifier.Length > LongestIdentifier
            || identifier.Any(static c => ForbiddenCharacters.Contains(c, StringComparison.Ordinal))
            || ForbiddenIdentifiers.Contains(identifier)
            ? [$"Invalid action property value '{identifier}'. Path: {path}.Identifier"]
            : [];
    }

    internal static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
