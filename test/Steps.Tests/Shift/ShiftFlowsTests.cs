using System.Text;
using Amazon.Connect.Model;
using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Shift;
using SonicBridge.Steps.Tests.Flows;

namespace SonicBridge.Steps.Tests.Shift;

public sealed class ShiftFlowsTests : IAsyncLifetime
{
    private readonly AFlowMigration _migration = new();

    private FakeConnect.Flow Flow => _migration.Connect.Flows["a"];

    public async ValueTask InitializeAsync()
    {
        _migration.Connect.Add("a", AFlowMigration.OldFlow());
        _migration.Connect.Add("m", AFlowMigration.OldFlow(), type: null);
        await _migration.BackUp();
    }

    public ValueTask DisposeAsync()
    {
        _migration.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Grafted(int percentage, FlowKind? kind = null) =>
        FlowGraft.Apply(
            FlowDocument.Read(AFlowMigration.OldFlow()),
            AContactFlow.Old,
            AContactFlow.WithQueue,
            kind ?? AContactFlow.Inbound,
            percentage
        );

    [Fact]
    public async Task Each_share_is_the_graft_of_the_backup()
    {
        foreach (var percentage in new[] { 10, 50, 100 })
        {
            var done = await _migration.Shift(percentage);

            Flow.Published.ShouldBe(Grafted(percentage));
            _migration.Connect.Modules["m"].Published.ShouldBe(Grafted(percentage, FlowKind.Module));
            done.At.ShouldBe(AFlowMigration.Now);
            _migration.Read(MigrationFile.Shift)!.Percentage.ShouldBe(percentage);
        }
    }

    [Fact]
    public async Task A_second_time_changes_nothing()
    {
        await _migration.Shift(10);
        _migration.Connect.Changes.Clear();

        (await _migration.Shift(10)).Done.ShouldContain("0 of 2");

        _migration.Connect.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_caller_who_goes_the_new_way_is_sent_back()
    {
        await _migration.Shift(100);
        _migration.Connect.Changes.Clear();

        (await _migration.Shift(10)).Done.ShouldContain("0 of 2 flow(s) and module(s) were published, 2 keep");

        _migration.Connect.Changes.ShouldBeEmpty();
        Flow.Published.ShouldBe(Grafted(100));
        _migration.Read(MigrationFile.Shift)!.Percentage.ShouldBe(100);
    }

    [Fact]
    public async Task What_a_rollback_has_brought_back_begins_with_the_first_share_again()
    {
        await _migration.Shift(100);
        Flow.Published = AFlowMigration.OldFlow();

        await _migration.Shift(10);

        Flow.Published.ShouldBe(Grafted(10));
        _migration.Read(MigrationFile.Shift)!.Percentage.ShouldBe(10);
    }

    [Fact]
    public async Task A_flow_that_somebody_else_has_edited_is_not_overwritten()
    {
        await _migration.Shift(10);
        Flow.Published = AFlowMigration.OldFlow("edited");

        (await Should.ThrowAsync<MigrationRefused>(() => _migration.Shift(50))).Message.ShouldContain("'Flow a'");

        Flow.Published.ShouldBe(AFlowMigration.OldFlow("edited"));
    }

    [Fact]
    public async Task What_is_about_to_be_written_is_known_before_it_is()
    {
        var known = false;
        _migration.Connect.Before = what =>
            known |=
                what == "write a" && _migration.Read(MigrationFile.Shift)!.Knows("a", FlowFingerprint.Of(Grafted(10)));

        await _migration.Shift(10);

        known.ShouldBeTrue();
    }

    [Fact]
    public async Task A_step_that_was_cut_off_is_done_again()
    {
        _migration.Connect.Before = what => throw new InternalServiceException(what);
        await Should.ThrowAsync<InternalServiceException>(() => _migration.Shift(10));
        _migration.Connect.Before = static _ => { };

        await _migration.Shift(10);

        Flow.Published.ShouldBe(Grafted(10));
    }

    [Fact]
    public async Task Words_of_its_own_that_Connect_stores_are_known_again()
    {
        _migration.Connect.Store = static content =>
            content.Replace("\"Parameters\":{}", "\"Parameters\":{},\"Added\":true", StringComparison.Ordinal);
        await _migration.Shift(10);
        _migration.Connect.Store = static content => content;

        await _migration.Shift(100);

        Flow.Published.ShouldBe(Grafted(100));
    }

    [Fact]
    public async Task Spaces_that_Connect_adds_are_no_edit()
    {
        Flow.Published = AFlowMigration.OldFlow().Replace(",", " , ", StringComparison.Ordinal);

        await _migration.Shift(10);

        Flow.Published.ShouldBe(Grafted(10));
    }

    [Fact]
    public async Task A_flow_that_was_deleted_stops_the_migration()
    {
        _migration.Connect.Flows.Clear();

        (await Should.ThrowAsync<MigrationRefused>(() => _migration.Shift(10))).Message.ShouldContain("deleted");
    }

    [Fact]
    public async Task What_Connect_does_not_take_is_told_in_its_own_words()
    {
        _migration.Connect.Before = what =>
            throw new InvalidContactFlowException("Invalid")
            {
                Problems = [new ProblemDetail { Message = "An action is odd." }],
            };
        await _migration.S3DeleteAsync("backup/modules/m/metadata.json");

        (await Should.ThrowAsync<MigrationRefused>(() => _migration.Shift(10))).Message.ShouldContain(
            "An action is odd."
        );
    }

    [Fact]
    public void The_state_machine_reads_since_when_calls_may_go_the_new_way()
    {
        using var stream = new MemoryStream();
        new StepsSerializer().Serialize(new ShiftDone(AFlowMigration.Now, "Done."), stream);

        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe("""{"at":"2026-11-24T12:00:00+00:00","done":"Done."}""");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_share_is_a_number_from_0_to_100(int? percentage) =>
        (await Should.ThrowAsync<MigrationRefused>(() => _migration.Shift(percentage))).Message.ShouldContain(
            "'percentage'"
        );
}
