using System.IO.Enumeration;
using System.Text.Json.Nodes;
using SonicBridge.Steps.Tests.Flows;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>The roles of the steps that change contact flows allow just the files that these ask for when they run.</summary>
public sealed class FlowStepRolesTests : IAsyncLifetime
{
    private static readonly JsonObject s_template = DeployedTemplate.Read();

    private readonly AFlowMigration _migration = new();
    private int _seen;

    public async ValueTask InitializeAsync()
    {
        foreach (var (id, type) in new[] { ("a", "CONTACT_FLOW"), ("gone", "CONTACT_FLOW"), ("m", null), ("n", null) })
        {
            _migration.Connect.Add(id, AFlowMigration.OldFlow(), saved: id is "a" ? "{}" : null, type);
        }

        _migration.S3.Seed(AFlowMigration.Key("backup/flows/left/metadata.json"), "{}");
        await _migration.BackUp();
    }

    public ValueTask DisposeAsync()
    {
        _migration.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_role_allows_the_files_that_its_step_asks_for_and_no_more()
    {
        ShouldBeAllowed("BackupFlows");

        await _migration.Shift(10);
        ShouldBeAllowed("ShiftFlows");

        _migration.Connect.Flows["a"].Name = "renamed";
        _migration.Connect.Flows["a"].Published = AFlowMigration.OldFlow("edited");
        _migration.Connect.Flows.Remove("gone");
        _migration.Connect.Modules.Remove("n");
        _migration.Connect.Add("taken", "{}", type: null).Name = "Flow n";
        await Should.ThrowAsync<Exception>(_migration.Restore);
        _migration.Connect.Modules.Remove("taken");
        await _migration.Restore();
        ShouldBeAllowed("RestoreFlows");
    }

    private void ShouldBeAllowed(string step)
    {
        var statements = s_template["Resources"]![$"{step}Role"]!["Properties"]!["Policies"]![0]!["PolicyDocument"]![
            "Statement"
        ]!.AsArray();
        var allowed = statements.SelectMany(Actions).ToList();

        var calls = _migration.S3.Calls.Skip(_seen).Where(call => call.Operation != "ListObjectsV2").ToList();
        foreach (var call in calls)
        {
            statements
                .Where(statement => Actions(statement).Contains($"s3:{call.Operation}"))
                .SelectMany(Patterns)
                .ShouldContain(
                    pattern => FileSystemName.MatchesSimpleExpression(pattern, call.Key, false),
                    $"{step}: {call.Operation} {call.Key}"
                );
        }

        allowed
            .Where(action => action is "s3:GetObject" or "s3:PutObject" or "s3:DeleteObject")
            .ShouldBe(calls.Select(call => $"s3:{call.Operation}").Distinct(), ignoreOrder: true);
        _seen = _migration.S3.Calls.Count;
    }

    private static IEnumerable<string> Actions(JsonNode? statement) =>
        statement!["Action"]!.AsArray().Select(action => (string)action!);

    private static IEnumerable<string> Patterns(JsonNode? statement) =>
        (statement!["Resource"] is JsonArray many ? many.ToList() : [statement["Resource"]]).Select(resource =>
            ((string)resource!["Fn::Sub"]!)["${BackupBucket.Arn}/".Length..]
        );
}
