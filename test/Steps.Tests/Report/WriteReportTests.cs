using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Report;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Tests.Call;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Report;

public sealed class WriteReportTests : IDisposable
{
    private const string Execution = "arn:aws:states:us-east-1:123456789012:execution:nova-sonic-migrate:m1";

    private readonly InMemoryS3 _s3 = new();
    private readonly FakeStepFunctions _stepFunctions = new();

    private Task<ReportWritten> Write(string subject, string state = "{}") =>
        new WriteReportFunction(_s3, _stepFunctions).WriteReport(
            new ReportRequest("s3://backups/migrations/m1/", subject, Execution, JsonElement.Parse(state)),
            new TestLambdaContext()
        );

    [Fact]
    public async Task A_report_holds_summary_next_steps_and_the_facts_as_tables()
    {
        _s3.Seed("migrations/m1/shift.json", """{"flows":[{"flow":"Main | first","percentage":100}]}""");
        _s3.Seed("migrations/m1/verified/cluster.json", """{"check":"cluster","ok":true,"detail":"2 instances"}""");

        var written = await Write("migration");

        written.Address.ShouldBe("s3://backups/migrations/m1/report.md");
        var markdown = _s3.Text("migrations/m1/report.md")!;
        markdown.ShouldStartWith("# The migration to ECS on EC2");
        markdown.ShouldContain(written.Summary);
        markdown.ShouldContain("nova-sonic-rollback");
        markdown.ShouldContain("| flow | percentage |");
        markdown.ShouldContain(@"Main \| first");
        markdown.ShouldContain("2 instances");
        JsonDocument
            .Parse(_s3.Text("migrations/m1/report.json")!)
            .RootElement.GetProperty("subject")
            .GetString()
            .ShouldBe("Migration");
    }

    [Fact]
    public async Task A_command_can_be_copied_and_values_are_tables_without_what_is_empty()
    {
        const string Release = "aws autoscaling describe --query 'Groups[].Id' | xargs -n 1 aws release";
        _s3.Seed(
            "migrations/m1/deploy.json",
            $$$"""
            {"attempt":1,"ended":null,"left":[],"changes":[{"resource":"Vpc","action":"Add","replacement":null}],
             "outputs":{"ClusterName":"c | d","ReleaseInstancesCommand":"{{{Release.Replace(
                "'",
                "\\u0027",
                StringComparison.Ordinal
            )}}}"}}
            """
        );
        _s3.Seed("migrations/m1/verified/a.json", """{"check":"a","ok":true,"detail":"well"}""");
        _s3.Seed("migrations/m1/verified/b.json", """{"check":"b","ok":true,"detail":"too"}""");

        await Write("migration");

        var markdown = _s3.Text("migrations/m1/report.md")!;
        markdown.ShouldContain($"ReleaseInstancesCommand:\n\n```sh\n{Release}\n```\n");
        markdown.ShouldContain("**outputs**\n\n| name | value |\n| --- | --- |\n| ClusterName | c \\| d |\n");
        markdown.ShouldContain("| resource | action |\n| --- | --- |\n| Vpc | Add |\n");
        markdown.ShouldNotContain("- left");
        markdown.ShouldNotContain("- ended");
        markdown.ShouldContain("## verified\n\n| check | ok | detail |");
        markdown.ShouldContain("| b | true | too |");
    }

    [Theory]
    [InlineData("rollback", "rollback-report")]
    [InlineData("failure", "report")]
    public async Task After_a_rollback_what_the_migration_had_done_stands_as_history(string subject, string report)
    {
        _s3.Seed("migrations/m1/deploy.json", """{"outputs":{"ClusterName":"c"}}""");
        _s3.Seed("migrations/m1/proof.json", """{"lines":[{"check":"f","ok":true,"detail":"x"}]}""");

        await Write(subject);

        var headings = _s3.Text($"migrations/m1/{report}.md")!
            .Split('\n')
            .Where(line => line.StartsWith('#'))
            .Select(line => line.TrimStart('#', ' '))
            .ToList();
        headings
            .SkipWhile(heading => heading != "proof")
            .ShouldBe(["proof", "History: what the migration had done before the rollback", "deploy"]);
    }

    [Fact]
    public void The_step_that_writes_the_report_says_so()
    {
        var began = DateTimeOffset.UnixEpoch;
        var markdown = ReportMarkdown.Write(
            new MigrationReport(
                "m1",
                ReportSubject.Failure,
                Execution,
                "s",
                [],
                [new("Verify", began, null, null), new("RollBack", began, 2, null), new("Write", began, null, null)],
                new Dictionary<string, JsonElement>()
            )
        );

        markdown.ShouldContain("| Verify |  | It did not end well. |");
        markdown.ShouldContain("| RollBack | 2.0 s |  |");
        markdown.ShouldContain("| Write |  | Writes this report. |");
    }

    [Theory]
    [InlineData("migration", "{}", "Migrated")]
    [InlineData("rollback", "{}", "RolledBack")]
    [InlineData("rollback", """{"failure":{"Error":"E","Cause":"c"}}""", "Sealed")]
    [InlineData("failure", """{"failure":{"Error":"E","Cause":"c"}}""", "Sealed")]
    [InlineData("dryRun", "{}", "Sealed")]
    public async Task A_migration_is_as_far_as_the_report_of_what_went_through_says(
        string subject,
        string state,
        string phase
    )
    {
        _s3.Seed(
            "migrations/current.json",
            JsonSerializer.Serialize(
                new CurrentMigration("m1", Execution, MigrationPhase.Sealed),
                MigrationJson.Default.CurrentMigration
            )
        );

        await Write(subject, state);

        _s3.Text("migrations/current.json")!.ShouldContain($"\"{phase}\"");
    }

    [Fact]
    public async Task A_failure_tells_its_cause_and_whether_everything_is_as_before()
    {
        var undone = await Write("failure", """{"failure":{"Error":"E","Cause":"it broke."}}""");
        var stuck = await Write(
            "failure",
            """{"failure":{"Error":"E","Cause":"it broke."},"rollbackFailure":{"Error":"R","Cause":"so did this."}}"""
        );

        undone.Summary.ShouldContain("E: it broke.");
        undone.Summary.ShouldContain("as it was before");
        stuck.Summary.ShouldContain("R: so did this.");
        stuck.Summary.ShouldNotContain("as it was before");
    }

    [Fact]
    public async Task A_rollback_that_stopped_does_not_call_itself_done()
    {
        (await Write("rollback", """{"failure":{"Error":"E","Cause":"c"}}""")).Summary.ShouldContain("stopped");
        (await Write("rollback")).Summary.ShouldContain("byte for byte");
    }

    [Theory]
    [InlineData("rollback", "{}")]
    [InlineData("failure", """{"failure":{"Error":"E","Cause":"c"}}""")]
    public async Task What_bears_another_name_now_or_was_replaced_is_told_and_what_to_do_about_it(
        string subject,
        string state
    )
    {
        var restored = RestoredNames
            .None.With("module m", new RestoredChange("The module 'M' was made anew.", "Choose the module 'M' again."))
            .WithKept("found/a.json", "Somebody had edited 'A'; it is kept in found/a.json.");
        _s3.Seed("migrations/m1/restored.json", JsonSerializer.Serialize(restored, MigrationFile.Restored.Shape));

        var summary = (await Write(subject, state)).Summary;

        summary.ShouldContain("not all of it byte for byte. The module 'M' was made anew.");
        summary.ShouldEndWith("it is kept in found/a.json.");
        summary.ShouldNotContain("again, byte for byte");
        summary.ShouldNotContain("Everything is as it was");
        var report = _s3.Text($"migrations/m1/{(subject == "rollback" ? "rollback-" : "")}report.md")!;
        report.ShouldContain(". Choose the module 'M' again.");
        report.ShouldContain("Make anew by hand what is still wanted of found/a.json");
    }

    [Fact]
    public async Task A_dry_run_of_what_would_be_refused_does_not_send_anybody_to_the_real_one()
    {
        var found = new FoundAccount { Problems = ["There is no image."] };
        _s3.Seed("migrations/m1/found.json", JsonSerializer.Serialize(found, MigrationFile.Found.Shape));

        (await Write("dryRun")).Summary.ShouldBe(
            "Nothing was changed. A migration with this input would be refused: There is no image."
        );

        _s3.Text("migrations/m1/dry-run-report.md")!.ShouldNotContain("without dryRun");
    }

    [Fact]
    public Task A_subject_that_is_not_known_is_refused() => Should.ThrowAsync<MigrationRefused>(() => Write("weather"));

    public void Dispose()
    {
        _s3.Dispose();
        _stepFunctions.Dispose();
    }
}
