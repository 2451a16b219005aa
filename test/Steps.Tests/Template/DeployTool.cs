using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>
/// What Amazon.Lambda.Tools makes of our files, by the rules in its source (aws/aws-extensions-for-dotnet-cli, June
/// 2026): how it reads its defaults, puts files into the template and finds what is to be packaged.
/// </summary>
internal static partial class DeployTool
{
    private const string Text = nameof(JsonValueKind.String);
    private const string Truth = nameof(Boolean);
    private const string Number = nameof(JsonValueKind.Number);

    // Options that every command has.
    private static readonly Dictionary<string, string> s_common = new()
    {
        ["profile"] = Text,
        ["region"] = Text,
        ["disable-interactive"] = Truth,
        ["configuration"] = Text,
        ["framework"] = Text,
        ["msbuild-parameters"] = Text,
    };

    /// <summary>What deploy-serverless reads beside, by the names in a defaults file.</summary>
    public static IReadOnlyDictionary<string, string> DeployServerless { get; } =
        new Dictionary<string, string>(s_common)
        {
            ["package"] = Text,
            ["resolve-s3"] = Truth,
            ["s3-bucket"] = Text,
            ["s3-prefix"] = Text,
            ["template"] = Text,
            ["template-parameters"] = Text,
            ["template-substitutions"] = Text,
            ["cloudformation-role"] = Text,
            ["stack-name"] = Text,
            ["disable-capabilities"] = Text,
            ["tags"] = Text,
            ["stack-wait"] = Truth,
            ["stack-polling-delay"] = Number,
            ["disable-version-check"] = Truth,
        };

    /// <summary>What package-ci reads.</summary>
    public static IReadOnlyDictionary<string, string> PackageCi { get; } =
        new Dictionary<string, string>(s_common)
        {
            ["template"] = Text,
            ["template-substitutions"] = Text,
            ["output-template"] = Text,
            ["resolve-s3"] = Truth,
            ["s3-bucket"] = Text,
            ["s3-prefix"] = Text,
            ["disable-version-check"] = Truth,
        };

    /// <summary>What package reads: the command that runs in the folder which a function's CodeUri names.</summary>
    public static IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>(s_common)
        {
            ["function-architecture"] = Text,
            ["function-layers"] = Text,
            ["output-package"] = Text,
            ["package-type"] = Text,
            ["disable-version-check"] = Truth,
            ["use-container-for-build"] = Truth,
            ["container-image-for-build"] = Text,
            ["code-mount-directory"] = Text,
        };

    // Types whose properties may name a file or a folder beside the template. State machines are not among them.
    private static readonly Dictionary<string, string[]> s_packaged = new()
    {
        ["AWS::Serverless::Function"] = ["CodeUri"],
        ["AWS::Lambda::Function"] = ["Code"],
        ["AWS::ApiGateway::RestApi"] = ["BodyS3Location"],
        ["AWS::AppSync::GraphQLSchema"] = ["DefinitionS3Location"],
        ["AWS::AppSync::Resolver"] = ["ResponseMappingTemplateS3Location", "RequestMappingTemplateS3Location"],
        ["AWS::Serverless::Api"] = ["DefinitionUri"],
        ["AWS::ElasticBeanstalk::ApplicationVersion"] = ["SourceBundle"],
        ["AWS::CloudFormation::Stack"] = ["TemplateUrl"],
    };

    /// <summary>The frameworks that it publishes for, by the runtimes of Lambda that name one.</summary>
    public static IReadOnlyDictionary<string, string> Frameworks { get; } =
        new Dictionary<string, string>
        {
            ["dotnet10"] = "net10.0",
            ["dotnet8"] = "net8.0",
            ["dotnet6"] = "net6.0",
        };

    /// <summary>Pairs as <c>key=value;key=value</c>; a part in quotes ends with its quote.</summary>
    public static IReadOnlyList<(string Key, string Value)> ParsePairs(string option)
    {
        var pairs = new List<(string, string)>();
        var at = 0;
        while (at < option.Length)
        {
            var key = Next(option, '=', ref at);
            key.ShouldNotBeEmpty(option);
            pairs.Add((key, Next(option, ';', ref at)));
        }

        return pairs;
    }

    /// <summary>Puts each file, or the text itself where there is no such file, in the place of what a path leads to.</summary>
    /// <param name="folder">Where the command runs: files are named from there, and not from the template's folder.</param>
    public static void Substitute(JsonObject template, string pairs, string folder)
    {
        foreach (var (path, value) in ParsePairs(pairs))
        {
            // Of JSONPath we use names alone, in which no character means something else.
            PlainPath().IsMatch(path).ShouldBeTrue(path);
            var (owner, name) = DeployedTemplate.Find(template, path);
            var file = Path.Combine(folder, value);
            var text = File.Exists(file) ? File.ReadAllText(file) : value;
            owner[name] = owner[name]!.GetValueKind() switch
            {
                JsonValueKind.String => text,
                JsonValueKind.Array or JsonValueKind.Object => JsonNode.Parse(text),
                JsonValueKind.True or JsonValueKind.False => bool.Parse(text),
                JsonValueKind.Number => double.Parse(text),
                var other => throw new InvalidOperationException($"{path} leads to {other}: nothing tells its type."),
            };
        }
    }

    /// <summary>The local paths that are packaged and uploaded, with the resources that name them.</summary>
    public static ILookup<string, string> LocalPaths(JsonObject template) =>
        (
            from resource in template["Resources"]!.AsObject()
            where s_packaged.ContainsKey((string)resource.Value!["Type"]!)
            from property in s_packaged[(string)resource.Value!["Type"]!]
            let path = resource.Value!["Properties"]![property] as JsonValue
            // The template's own folder where there is none; an address is no path.
            let local = path is null ? "." : (string)path!
            where !local.StartsWith("s3://", StringComparison.Ordinal)
            where !local.StartsWith("https://", StringComparison.Ordinal)
            select (local, resource.Key)
        ).ToLookup(found => found.local, found => found.Key);

    /// <summary>The architecture that it builds for: one for all is a condition, none is x86_64.</summary>
    public static string Architecture(JsonNode function) =>
        function["Properties"]!["Architectures"] is JsonArray named ? (string)named.ShouldHaveSingleItem()! : "x86_64";

    /// <summary>What a container that builds native code is given to see: the nearest folder upward with a solution.</summary>
    public static string MountedFolder(string project)
    {
        for (var at = new DirectoryInfo(project); at is not null; at = at.Parent)
        {
            if (at.EnumerateFiles("*.sln").Concat(at.EnumerateFiles("*.slnx")).Any())
            {
                return at.FullName;
            }
        }

        return project;
    }

    private static string Next(string option, char end, ref int at)
    {
        var quoted = at < option.Length && option[at] == '"';
        var start = quoted ? at + 1 : at;
        var close = quoted ? option.IndexOf('"', start) : -1;
        var stop = option.IndexOf(end, Math.Max(at, close));
        stop = stop < 0 ? option.Length : stop;
        at = stop + 1;
        return option[start..(quoted && close >= 0 ? close : stop)];
    }

    [GeneratedRegex(@"^\$(\.[\w:]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainPath();
}
