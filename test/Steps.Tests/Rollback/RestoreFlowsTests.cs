using System.Text.Json;
using Amazon.Connect.Model;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Tests.Flows;

namespace SonicBridge.Steps.Tests.Rollback;

public sealed class RestoreFlowsTests : IAsyncLifetime
{
    private const string Draft = """{"a":"draft"}""";

    private readonly AFlowMigration _migration = new();

    private FakeConnect.Flow Flow => _migration.Connect.Flows["a"];

    public async ValueTask InitializeAsync()
    {
        _migration.Connect.Add("a", AFlowMigration.OldFlow()).Tags["team"] = "voice";
        _migration.Connect.Add("b", AFlowMigration.OldFlow(), saved: Draft);
        _migration.Connect.Add("m", AFlowMigration.OldFlow(), type: null);
        await _migration.BackUp();
        await _migration.Shift(10);
    }

    public ValueTask DisposeAsync()
    {
        _migration.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What a proof would find: the files of a backup that was made now.</summary>
    private async Task ShouldBeProvable()
    {
        var names = _migration.Read(MigrationFile.Restored) ?? RestoredNames.None;
        foreach (var isModule in new[] { false, true })
        {
            var snapshot = await new FlowSnapshot(_migration.Connect, isModule).ReadAsync(AFlowMigration.Plan, names);
            snapshot
                .Files.Select(file => (file.Path, System.Text.Encoding.UTF8.GetString(file.Content!.Value.Span)))
                .ShouldBe(
                    (await _migration.S3ListAsync(snapshot.Below)).Select(path =>
                        (path, _migration.S3.Text(AFlowMigration.Key(path))!)
                    )
                );
        }
    }

    [Fact]
    public async Task Flows_modules_and_drafts_are_what_they_were_byte_for_byte()
    {
        var done = await _migration.Restore();

        done.Done.ShouldStartWith("3 flow(s) and module(s) are as they were backed up; 3 had to be written.");
        Flow.Published.ShouldBe(AFlowMigration.OldFlow());
        _migration.Connect.Flows["b"].Saved.ShouldBe(Draft);
        _migration.Connect.Modules["m"].Published.ShouldBe(AFlowMigration.OldFlow());
        await ShouldBeProvable();
        (await _migration.S3ListAsync("found/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        await _migration.Restore();
        _migration.Connect.Changes.Clear();

        await _migration.Restore();

        _migration.Connect.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_else_has_edited_is_kept_and_replaced()
    {
        Flow.Published = Flow.Saved = AFlowMigration.OldFlow("edited");

        (await _migration.Restore()).Done.ShouldContain("found/a.json");

        Flow.Published.ShouldBe(AFlowMigration.OldFlow());
        _migration.S3.Text(AFlowMigration.Key("found/a.json")).ShouldBe(AFlowMigration.OldFlow("edited"));
        _migration
            .Read(MigrationFile.Restored)!
            .Kept!["found/a.json"]
            .ShouldBe(
                $"Somebody else had edited the contact flow 'Flow a'; what stood there is kept in {AFlowMigration.Folder}found/a.json."
            );
    }

    [Fact]
    public async Task A_draft_that_somebody_has_begun_is_kept_and_replaced()
    {
        Flow.Saved = """{"a":"begun"}""";

        await _migration.Restore();

        _migration.S3.Text(AFlowMigration.Key("found/a-draft.json")).ShouldBe("""{"a":"begun"}""");
        await ShouldBeProvable();
    }

    [Fact]
    public async Task One_that_was_deleted_is_made_anew_and_its_new_id_told()
    {
        _migration.Connect.Flows.Remove("a");

        (await _migration.Restore()).Done.ShouldContain("its id is made-1 now, and was a");

        var made = _migration.Connect.Flows["made-1"];
        (made.Name, made.Type, made.Published).ShouldBe(("Flow a", "CONTACT_FLOW", AFlowMigration.OldFlow()));
        made.Tags["team"].ShouldBe("voice");
        _migration.Read(MigrationFile.Restored)!.Flows.ShouldBe(new Dictionary<string, string> { ["a"] = "made-1" });
        await ShouldBeProvable();

        _migration.Connect.Changes.Clear();
        await _migration.Restore();
        _migration.Connect.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_leads_to_the_id_of_one_that_was_made_anew_is_named()
    {
        _migration.Connect.Modules.Remove("m");
        _migration.Connect.Add("caller", """{"FlowModuleId":"m"}""");
        _migration.Connect.Flows["b"].Published = AFlowMigration.OldFlow();

        await _migration.Restore();

        var change = _migration.Read(MigrationFile.Restored)!.Changed!["module m"];
        change.What.ShouldBe(
            "The module 'Flow m' had been deleted and was made anew: its id is made-1 now, and was m."
        );
        change.Mend.ShouldContain("Choose the module 'Flow m' again in ");
        change.Mend.ShouldContain("the contact flow 'Flow caller'");
    }

    [Fact]
    public async Task One_that_was_made_anew_by_a_try_that_was_cut_off_is_found_again()
    {
        _migration.Connect.Flows.Remove("a");
        await _migration.Restore();
        await _migration.S3DeleteAsync("restored.json");

        await _migration.Restore();

        _migration.Read(MigrationFile.Restored)!.Flows!["a"].ShouldBe("made-1");
        _migration.Connect.Flows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_flow_that_has_taken_its_name_is_left_alone()
    {
        _migration.Connect.Flows.Remove("a");
        _migration.Connect.Add("other", "{}").Name = "Flow a";

        (await Should.ThrowAsync<MigrationRefused>(_migration.Restore)).Message.ShouldContain("rename");

        _migration.Connect.Flows["b"].Published.ShouldBe(AFlowMigration.OldFlow());
    }

    [Fact]
    public async Task One_that_fails_does_not_keep_the_others_and_is_tried_again()
    {
        _migration.Connect.Before = what =>
        {
            if (what == "write module m")
            {
                throw new InternalServiceException("It broke.");
            }
        };
        await Should.ThrowAsync<InternalServiceException>(_migration.Restore);
        Flow.Published.ShouldBe(AFlowMigration.OldFlow());

        _migration.Connect.Before = static _ => { };
        await _migration.Restore();
        await ShouldBeProvable();
    }

    [Fact]
    public async Task A_flow_that_was_renamed_or_archived_is_described_as_it_was()
    {
        (Flow.Name, Flow.State) = ("Old, do not use", "ARCHIVED");

        await _migration.Restore();

        (Flow.Name, Flow.State).ShouldBe(("Flow a", "ACTIVE"));
    }

    [Fact]
    public async Task What_other_steps_have_noted_of_new_names_stays()
    {
        _migration.S3.Seed(
            AFlowMigration.Key("restored.json"),
            JsonSerializer.Serialize(
                RestoredNames.None with
                {
                    Versions = new Dictionary<string, string> { ["1"] = "2" },
                },
                MigrationFile.Restored.Shape
            )
        );
        _migration.Connect.Flows.Remove("a");

        await _migration.Restore();

        _migration.Read(MigrationFile.Restored)!.Versions["1"].ShouldBe("2");
    }
}
