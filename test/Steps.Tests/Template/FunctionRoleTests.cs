using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>A function's role allows the files that its code names, and its log is its own; which requests: see Permissions.</summary>
public sealed partial class FunctionRoleTests
{
    private static readonly JsonObject s_template = DeployedTemplate.Read();

    [Theory]
    [InlineData("StartCall", "StartCallFunction")]
    [InlineData("LaunchBridge", "LaunchBridgeFunction")]
    [InlineData("BridgeStopped", "BridgeStoppedFunction")]
    [InlineData("StopBridge", "StopBridgeFunction")]
    [InlineData("ContactDisconnected", "ContactDisconnectedFunction")]
    [InlineData("NextPrompt", "NextPromptFunction", "CallWatch")]
    [InlineData("RecordOutcome", "RecordOutcomeFunction")]
    public void A_role_allows_the_files_that_the_code_reads_and_writes(string function, params string[] sources)
    {
        var code = string.Concat(sources.Select(source => Repository.Read($"src/Steps/Call/{source}.cs")));
        var statements = Statements($"{function}Role");

        FilesOf("s3:GetObject", statements).ShouldBe(FilesOf(ReadOfFile(), code), ignoreOrder: true);
        FilesOf("s3:PutObject", statements).ShouldBe(FilesOf(WriteOfFile(), code), ignoreOrder: true);
    }

    [Fact]
    public void Each_function_has_a_role_and_a_log_that_is_forgotten()
    {
        foreach (var (id, function) in DeployedTemplate.OfType(s_template, "AWS::Serverless::Function"))
        {
            var name = (string)function!["Properties"]!["FunctionName"]!;
            var logs = $"{id[..^"Function".Length]}Logs";

            ((string?)s_template["Resources"]![logs]!["Properties"]!["LogGroupName"]).ShouldBe($"/aws/lambda/{name}");
            s_template["Resources"]![logs]!["Properties"]!["RetentionInDays"].ShouldNotBeNull();
            ((string?)function["Properties"]!["LoggingConfig"]!["LogGroup"]!["Ref"]).ShouldBe(logs);
        }
    }

    private static List<JsonObject> Statements(string role) =>
        [
            .. (s_template["Resources"]![role]!["Properties"]!["Policies"]?.AsArray() ?? [])
                .SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray())
                .Select(statement => statement!.AsObject()),
        ];

    private static IEnumerable<string> Actions(JsonObject statement) =>
        statement["Action"]!.AsArray().Select(action => (string)action!);

    private static List<string> FilesOf(string action, IEnumerable<JsonObject> statements) =>
        [
            .. statements
                .Where(statement => Actions(statement).Contains(action))
                .SelectMany(statement =>
                    statement["Resource"] is JsonArray many ? [.. many] : new[] { statement["Resource"] }
                )
                .Select(resource => (string)resource!["Fn::Sub"]!)
                .Where(resource => resource.Contains("/calls/", StringComparison.Ordinal))
                .Select(resource => resource["${CallBucket.Arn}/calls/*/".Length..]),
        ];

    private static List<string> FilesOf(Regex request, string code) =>
        [.. request.Matches(code).Select(match => $"{match.Groups["file"].Value.ToLowerInvariant()}.json").Distinct()];

    [GeneratedRegex(@"\bRead(IfChanged)?Async\(\s*CallFile\.(?<file>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReadOfFile();

    [GeneratedRegex(@"\b(Try)?WriteAsync\(\s*CallFile\.(?<file>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WriteOfFile();
}
