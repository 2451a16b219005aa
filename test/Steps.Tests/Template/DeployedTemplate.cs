using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>serverless.template, and what <c>dotnet lambda deploy-serverless</c> makes of it.</summary>
internal static class DeployedTemplate
{
    public const string File = "serverless.template";
    public const string DefaultsFile = "aws-lambda-tools-defaults.json";

    /// <summary>The template as it stands in the repository.</summary>
    public static JsonObject Read() => Parse(File);

    public static JsonObject Parse(string file) => JsonNode.Parse(Repository.Read(file))!.AsObject();

    /// <summary>The defaults' <c>template-substitutions</c>: a path to a token, and the file that takes its place.</summary>
    public static IReadOnlyList<(string Path, string File)> Substitutions { get; } =
        DeployTool.ParsePairs((string)Parse(DefaultsFile)["template-substitutions"]!);

    /// <summary>The template with its substitutions made.</summary>
    public static JsonObject Substituted()
    {
        var template = Read();
        DeployTool.Substitute(template, (string)Parse(DefaultsFile)["template-substitutions"]!, Repository.Root);
        return template;
    }

    /// <summary>The object that a path's last name is a member of.</summary>
    public static (JsonObject Owner, string Name) Find(JsonObject template, string path)
    {
        var names = path.Split('.');
        names[0].ShouldBe("$");
        var owner = names[1..^1].Aggregate(template, (node, name) => node[name].ShouldBeOfType<JsonObject>(path));
        owner.ContainsKey(names[^1]).ShouldBeTrue(path);
        return (owner, names[^1]);
    }

    public static IEnumerable<KeyValuePair<string, JsonNode?>> OfType(JsonObject template, string type) =>
        template["Resources"]!.AsObject().Where(resource => (string?)resource.Value!["Type"] == type);
}
