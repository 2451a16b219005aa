using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonicBridge.Local.Deployment;

/// <summary>Works out the intrinsic functions of a template: Ref, Fn::GetAtt of Arn, Fn::Sub, Fn::If, Fn::Join.</summary>
internal sealed partial class IntrinsicFunctions(
    JsonObject template,
    PhysicalNames names,
    IReadOnlyDictionary<string, string> parameters
)
{
    public PhysicalNames Names => names;

    public JsonNode? Resolve(JsonNode? node, string where) =>
        node switch
        {
            JsonObject { Count: 1 } single when IsFunction(single.First().Key) => Apply(
                single.First().Key,
                single.First().Value!,
                where
            ),
            JsonObject many => new JsonObject(
                many.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value, where)))
                    .Where(member => member.Value is not null)
            ),
            JsonArray items => new JsonArray([.. items.Select(item => Resolve(item, where))]),
            _ => node?.DeepClone(),
        };

    public string Substitute(string text, string where) =>
        Placeholder()
            .Replace(
                text,
                match =>
                    match.Groups["literal"].Success
                        ? $"${{{match.Groups["name"].Value}}}"
                        : Value(match.Groups["name"].Value, where)
            );

    private static bool IsFunction(string key) => key is "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal);

    private JsonNode? Apply(string function, JsonNode argument, string where) =>
        function switch
        {
            "Ref" when (string?)argument == "AWS::NoValue" => null,
            "Ref" => Value((string)argument!, where),
            "Fn::GetAtt" when argument is JsonArray { Count: 2 } path => Value($"{path[0]}.{path[1]}", where),
            "Fn::GetAtt" => Value((string)argument!, where),
            "Fn::Sub" when argument is JsonValue text => Substitute((string)text!, where),
            "Fn::If" when argument is JsonArray { Count: 3 } branches => Resolve(
                Holds((string)branches[0]!, where) ? branches[1] : branches[2],
                where
            ),
            "Fn::Join" when argument is JsonArray { Count: 2 } join => string.Join(
                (string)join[0]!,
                Resolve(join[1], where)!.AsArray().Select(part => (string?)part)
            ),
            _ => throw new StackTemplateException(
                $"{where} uses {function} in a way that the local cloud does not know."
            ),
        };

    private string Value(string reference, string where)
    {
        if (reference.EndsWith(".Arn", StringComparison.Ordinal))
        {
            return names.Arn(reference[..^".Arn".Length]);
        }

        if (reference.EndsWith(".RepositoryUri", StringComparison.Ordinal))
        {
            return names.RepositoryUri(reference[..^".RepositoryUri".Length]);
        }

        if (names.Pseudo(reference) is { } pseudo)
        {
            return pseudo;
        }

        if (names.IsResource(reference))
        {
            return names.Reference(reference);
        }

        return parameters.GetValueOrDefault(reference)
            ?? template["Parameters"]?[reference]?["Default"]?.AsValue().ToString()
            ?? throw new StackTemplateException($"{where} refers to '{reference}', which has no value here.");
    }

    private bool Holds(string condition, string where) => Holds(template["Conditions"]?[condition], where);

    private bool Holds(JsonNode? condition, string where) =>
        condition switch
        {
            JsonObject o when o["Fn::Equals"] is JsonArray { Count: 2 } pair => (string?)Resolve(pair[0], where)
                == (string?)Resolve(pair[1], where),
            JsonObject o when o["Fn::Not"] is JsonArray { Count: 1 } inner => !Holds(inner[0], where),
            JsonObject o when o["Condition"] is JsonValue name => Holds((string)name!, where),
            _ => throw new StackTemplateException(
                $"{where} depends on a condition that the local cloud does not know."
            ),
        };

    [GeneratedRegex(@"\$\{(?<literal>!)?(?<name>[\w:.]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
