using System.Text.Json.Nodes;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Flows;

namespace SonicBridge.Steps.Tests.Backup;

public sealed class BackupFlowsTests : IDisposable
{
    private readonly AFlowMigration _migration = new();

    public void Dispose() => _migration.Dispose();

    private string? Kept(string path) => _migration.S3.Text(AFlowMigration.Key($"backup/{path}"));

    [Fact]
    public async Task Flows_and_modules_that_invoke_the_function_are_kept_byte_for_byte_over_all_pages()
    {
        foreach (var id in new[] { "a", "b", "c", "d", "e" })
        {
            _migration.Connect.Add(id, id is "a" or "e" ? AFlowMigration.OldFlow() : "{}");
        }

        _migration.Connect.Add("m", AFlowMigration.OldFlow("hello"), type: null);

        (await _migration.BackUp()).Done.ShouldStartWith("Backed up 3 ");

        Kept("flows/a/published.json").ShouldBe(AFlowMigration.OldFlow());
        Kept("flows/e/published.json").ShouldBe(AFlowMigration.OldFlow());
        Kept("flows/b/published.json").ShouldBeNull();
        Kept("modules/m/published.json").ShouldBe(AFlowMigration.OldFlow("hello"));
        var metadata = JsonNode.Parse(Kept("flows/a/metadata.json")!)!;
        ((string?)metadata["name"]).ShouldBe("Flow a");
        ((string?)metadata["type"]).ShouldBe("CONTACT_FLOW");
        ((string?)metadata["arn"]).ShouldBe($"{FakeConnect.InstanceArn}/contact-flow/a");
        _migration
            .Read(MigrationFile.Flows)!
            .Flows.Select(flow => (flow.Id, flow.IsModule, flow.Actions.Single()))
            .ShouldBe([("m", true, "call"), ("a", false, "call"), ("e", false, "call")]);
        _migration.Connect.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whether_the_instance_lists_the_function_is_kept()
    {
        _migration.Connect.Functions.UnionWith([
            InMemoryLambda.Arn,
            $"{InMemoryLambda.Arn}:live",
            "arn:aws:lambda:us-east-1:111122223333:function:another",
        ]);

        await _migration.BackUp();

        _migration
            .Read(AssociationSnapshot.File)!
            .Functions.ShouldBe([InMemoryLambda.Arn, $"{InMemoryLambda.Arn}:live"]);
    }

    [Fact]
    public async Task A_draft_is_kept_where_it_is_another()
    {
        _migration.Connect.Add("a", AFlowMigration.OldFlow(), saved: "{ }");
        _migration.Connect.Add("b", AFlowMigration.OldFlow());

        await _migration.BackUp();

        Kept("flows/a/saved.json").ShouldBe("{ }");
        Kept("flows/b/saved.json").ShouldBeNull();
    }

    [Fact]
    public async Task What_callers_cannot_come_to_is_left_out()
    {
        _migration.Connect.Add("archived", AFlowMigration.OldFlow()).State = "ARCHIVED";
        _migration.Connect.Add("draft", AFlowMigration.OldFlow()).Published = null;

        await _migration.BackUp();

        _migration.Read(MigrationFile.Flows)!.Flows.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_judged_or_changed_is_reported_and_not_kept()
    {
        string Invoking(string function) =>
            new AContactFlow().Invoking("first", "bye", "bye", function).Ending().Json();

        _migration.Connect.Add("a", Invoking("$.Attributes.function"));
        _migration.Connect.Add("b", Invoking("444455556666:function:invoke-fargate-task"));
        _migration.Connect.Add("c", AFlowMigration.OldFlow(), type: "CUSTOMER_HOLD");
        _migration.Connect.Add("d", "invoke-fargate-task");

        await _migration.BackUp();

        var findings = _migration.Read(MigrationFile.Flows)!;
        findings.Flows.ShouldBeEmpty();
        findings.Notices.Count.ShouldBe(4);
        findings.Notices[0].ShouldContain("$.Attributes.function");
        findings.Notices[1].ShouldContain("another region or account");
        findings.Notices[2].ShouldContain("CUSTOMER_HOLD");
        findings.Notices[3].ShouldContain("no JSON");
        (await _migration.S3ListAsync("backup/flows/")).ShouldBeEmpty();
        (await _migration.S3ListAsync("backup/modules/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_flow_without_room_for_the_loop_stops_the_migration_by_its_name()
    {
        var flow = new AContactFlow();
        foreach (var number in Enumerable.Range(1, 240))
        {
            flow.Saying(number == 1 ? "first" : $"{number}", number == 240 ? "call" : $"{number + 1}");
        }

        _migration.Connect.Add("a", flow.Invoking("call", "bye", "bye").Ending().Json());

        (await Should.ThrowAsync<MigrationRefused>(_migration.BackUp)).Message.ShouldContain("'Flow a'");
    }

    [Fact]
    public async Task A_backup_that_is_made_again_holds_what_is_there_now()
    {
        _migration.Connect.Add("a", AFlowMigration.OldFlow());
        await _migration.BackUp();
        _migration.Connect.Flows.Clear();
        _migration.Connect.Add("b", AFlowMigration.OldFlow());

        await _migration.BackUp();

        (await _migration.S3ListAsync("backup/flows/")).ShouldBe([
            "backup/flows/b/metadata.json",
            "backup/flows/b/published.json",
        ]);
    }

    [Fact]
    public async Task A_sealed_backup_is_not_overwritten()
    {
        _migration.Connect.Add("a", AFlowMigration.OldFlow());
        _migration.S3.Seed("migrations/current.json", """{"id":"m-1","execution":"arn","phase":"Sealed"}""");

        await Should.ThrowAsync<MigrationRefused>(_migration.BackUp);

        Kept("flows/a/published.json").ShouldBeNull();
    }
}
