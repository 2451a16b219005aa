using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>The roles of backup and rollback allow the requests that their code makes to ECS, Lambda and Step Functions.</summary>
public sealed partial class RestoringRoleTests
{
    private static readonly JsonNode s_resources = DeployedTemplate.Read()["Resources"]!;

    // What Lambda and ECS ask of the caller beside the request itself.
    private static readonly string[] s_beside =
    [
        "lambda:ListTags",
        "lambda:GetLayerVersion",
        "ecs:TagResource",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
        "iam:PassRole",
    ];

    [Theory]
    [InlineData("BackupTaskDefinitions", "Backup/BackupTaskDefinitionsFunction", "Backup/TaskDefinitionSnapshot")]
    [InlineData("BackupLambda", "Backup/BackupLambdaFunction", "Backup/LambdaSnapshot", "Backup/LiveFunction")]
    [InlineData("SealBackup", "Backup/SealBackupFunction")]
    [InlineData(
        "RegisterBridgeTask",
        "Deploy/RegisterBridgeTaskFunction",
        "Deploy/OwnRevisions",
        "Backup/TaskDefinitionSnapshot"
    )]
    [InlineData("LoadBackup", "Rollback/LoadBackupFunction")]
    [InlineData(
        "RestoreTaskDefinition",
        "Rollback/RestoreTaskDefinitionFunction",
        "Rollback/RestoredFamily",
        "Backup/TaskDefinitionSnapshot"
    )]
    [InlineData(
        "RestoreLambda",
        "Rollback/RestoreLambdaFunction",
        "Rollback/RestoredFunction",
        "Rollback/RestoredAliases",
        "Rollback/RestoredPolicies",
        "Backup/LiveFunction"
    )]
    [InlineData("CountCalls", "Rollback/CountCallsFunction")]
    [InlineData(
        "ProveRestored",
        "Rollback/ProveRestoredFunction",
        "Backup/TaskDefinitionSnapshot",
        "Backup/LiveFunction"
    )]
    public void A_role_allows_what_the_code_does(string function, params string[] sources)
    {
        var made = sources
            .SelectMany(source => Request().Matches(Repository.Read($"src/Steps/{source}.cs")))
            .Select(match => $"{ServiceOf(match.Groups["client"].Value)}:{match.Groups["operation"].Value}")
            .Distinct();
        var allowed = s_resources[$"{function}Role"]!["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!
            .AsArray()
            .SelectMany(statement => statement!["Action"]!.AsArray())
            .Select(action => (string)action!)
            .Where(action => action.Split(':')[0] is "ecs" or "lambda" or "states")
            .Except(s_beside)
            .Distinct();

        allowed.ShouldBe(made, ignoreOrder: true);
    }

    [Fact]
    public void The_old_function_and_the_family_alone_can_be_changed()
    {
        foreach (var role in new[] { "PinRevisionRole", "RestoreLambdaRole", "RestoreTaskDefinitionRole" })
        {
            s_resources[role]!["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!
                .AsArray()
                .Where(statement => statement!["Action"]!.AsArray().Any(action => Changes().IsMatch((string)action!)))
                .ShouldAllBe(statement =>
                    statement!["Resource"]!.ToJsonString().Contains("${FargateFunctionName}")
                    || statement["Resource"]!.ToJsonString().Contains("${TaskDefinitionFamily}")
                );
        }
    }

    private static string ServiceOf(string client) => client == "stepFunctions" ? "states" : client;

    [GeneratedRegex(
        @"\b_?(?<client>ecs|lambda|stepFunctions)\.(?<operation>[A-Z]\w+)Async\(",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Request();

    [GeneratedRegex("^(lambda:(Create|Update|Add|Remove|Put|Delete)|ecs:Register)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Changes();
}
