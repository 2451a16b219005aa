using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Backup;

/// <summary>
/// A function's resource policy, or that of one of its versions or aliases. Lambda answers the statements in any order, and
/// one that was taken away and given again goes to the end: so they are kept in the order of their ids.
/// </summary>
/// <param name="Qualifier">The version or alias, or null for the function itself.</param>
/// <param name="Statements">The statements by their ids.</param>
internal sealed record FunctionPolicy(string? Qualifier, IReadOnlyDictionary<string, JsonObject> Statements)
{
    /// <summary>Its file: <c>policy.json</c>, or <c>policy-live.json</c> for an alias named live.</summary>
    public static string FileOf(string? qualifier) =>
        $"{LambdaSnapshot.Below}policy{(qualifier is null ? "" : $"-{qualifier}")}.json";

    /// <summary>Reads the document that Lambda answers, or a backup's file.</summary>
    public static FunctionPolicy Parse(string? qualifier, string document) =>
        new(
            qualifier,
            JsonNode.Parse(document)!["Statement"]!
                .AsArray()
                .Select(statement => statement!.AsObject())
                .ToDictionary(statement => (string?)statement["Sid"] ?? "", StringComparer.Ordinal)
        );

    /// <summary>The file's bytes, with all else that the document says.</summary>
    public static byte[] Write(string document)
    {
        var policy = JsonNode.Parse(document)!.AsObject();
        policy["Statement"] = new JsonArray([
            .. policy["Statement"]!
                .AsArray()
                .OrderBy(statement => (string?)statement!["Sid"], StringComparer.Ordinal)
                .Select(statement => statement!.DeepClone()),
        ]);
        return CanonicalJson.Write(policy);
    }
}
