using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>The bridge's task definition, the template and the function that runs the task speak of the same things.</summary>
public sealed partial class BridgeTaskTests
{
    private static readonly JsonNode s_resources = DeployedTemplate.Read()["Resources"]!;
    private static readonly JsonObject s_task = DeployedTemplate.Parse("bridge/task-definition.json");
    private static readonly JsonNode s_container = s_task["containerDefinitions"]!.AsArray().ShouldHaveSingleItem()!;

    [Fact]
    public void The_task_names_the_roles_of_the_template()
    {
        ((string?)s_task["taskRoleArn"]).ShouldEndWith(
            $":role/{s_resources["BridgeTaskRole"]!["Properties"]!["RoleName"]}"
        );
        ((string?)s_task["executionRoleArn"]).ShouldEndWith(
            $":role/{s_resources["BridgeExecutionRole"]!["Properties"]!["RoleName"]}"
        );
    }

    [Fact]
    public void The_task_logs_where_the_template_keeps_logs() =>
        ((string?)s_container["logConfiguration"]!["options"]!["awslogs-group"]).ShouldBe(
            (string?)s_resources["BridgeLogs"]!["Properties"]!["LogGroupName"]
        );

    [Fact]
    public void The_function_runs_this_task_and_fills_this_container()
    {
        ((string?)DeployedTemplate.Read()["Parameters"]!["TaskDefinitionFamily"]!["Default"]).ShouldBe(
            (string?)s_task["family"]
        );
        foreach (var source in new[] { "LaunchBridgeFunction", "StoppedTask" })
        {
            Repository.Read($"src/Steps/Call/{source}.cs").ShouldContain($"Container = \"{s_container["name"]}\";");
        }
    }

    [Fact]
    public void The_bridge_may_read_and_write_the_files_that_it_uses_and_hold_its_streams()
    {
        var statements = s_resources["BridgeTaskPolicy"]!["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray();
        string[] Files(string action) =>
            [
                .. statements
                    .Where(statement => statement!["Action"]!.AsArray().Any(allowed => (string?)allowed == action))
                    .SelectMany(statement =>
                        statement!["Resource"] is JsonArray many ? [.. many] : new[] { statement["Resource"] }
                    )
                    .Select(resource => ((string)resource!["Fn::Sub"]!).Split("/calls/*/")[1]),
            ];
        var code = string.Concat(
            Directory
                .EnumerateFiles(Repository.PathOf("bridge"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
        );

        Uses(FileRead(), code).Except(Files("s3:GetObject")).ShouldBeEmpty();
        Uses(FileWritten(), code).Except(Files("s3:PutObject")).ShouldBeEmpty();
        Files("s3:PutObject").ShouldContain("prompts/*");
        Files("s3:PutObject").ShouldContain("said/*");
        Files("s3:GetObject").ShouldContain("said/*");
        statements
            .SelectMany(statement => statement!["Action"]!.AsArray())
            .Select(action => (string)action!)
            .Where(action =>
                !action.StartsWith("s3:", StringComparison.Ordinal)
                && !action.StartsWith("kms:", StringComparison.Ordinal)
            )
            .ShouldBe([
                "kinesisvideo:GetDataEndpoint",
                "kinesisvideo:GetMedia",
                "bedrock:InvokeModel",
                "states:SendTaskHeartbeat",
                "states:SendTaskSuccess",
                "states:SendTaskFailure",
                "lambda:InvokeFunction",
            ]);
    }

    [Fact]
    public void The_bridge_may_invoke_the_tools_and_tag_the_transcript_and_nothing_else()
    {
        var statements = s_resources["BridgeTaskPolicy"]!["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray();
        string ResourceOf(string action) =>
            statements.Single(statement => (string?)statement!["Action"]![0] == action)!["Resource"]!.ToJsonString();

        ResourceOf("lambda:InvokeFunction")
            .ShouldBe(
                """{"Fn::Sub":"arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${ToolFunctionPrefix}*"}"""
            );
        ResourceOf("s3:PutObjectTagging").ShouldBe("""{"Fn::Sub":"${CallBucket.Arn}/calls/*/transcript.json"}""");
        // An empty prefix would be every function of the account.
        var prefix = DeployedTemplate.Read()["Parameters"]!["ToolFunctionPrefix"]!;
        ((string?)prefix["AllowedPattern"]).ShouldBe("[A-Za-z0-9_-]{3,60}");
    }

    private static IEnumerable<string> Uses(Regex request, string code) =>
        request.Matches(code).Select(match => $"{match.Groups["file"].Value.ToLowerInvariant()}.json").Distinct();

    [GeneratedRegex(@"\bRead(IfChanged)?Async\(\s*CallFile\.(?<file>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileRead();

    [GeneratedRegex(@"\b(Try)?WriteAsync\(\s*CallFile\.(?<file>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileWritten();
}
