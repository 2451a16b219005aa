using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>The roles of backup and rollback reach no further than the deployment that is migrated.</summary>
public sealed partial class RestoringRoleTests
{
    private static readonly JsonNode s_resources = DeployedTemplate.Read()["Resources"]!;

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

    [GeneratedRegex("^(lambda:(Create|Update|Add|Remove|Put|Delete)|ecs:Register)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Changes();
}
