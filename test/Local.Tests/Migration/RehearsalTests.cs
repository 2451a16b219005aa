using System.Collections.Concurrent;
using SonicBridge.Local.Migration;
using SonicBridge.Local.Moto;

namespace SonicBridge.Local.Tests.Migration;

public sealed class RehearsalTests
{
    [Fact]
    public async Task A_migration_is_taken_back_without_harm_to_the_call_that_is_in_progress()
    {
        var output = Directory.CreateTempSubdirectory("rehearsal-");
        var lines = new ConcurrentQueue<string>();
        try
        {
            // No share and no synthetic call: the callers of this test are the proof.
            var input = RehearsalInput.Parse(
                """{"percentages":[100],"bakeSeconds":0,"canary":false}""",
                isDryRun: false
            );
            var request = new RehearsalRequest(RollsBack: true, input, output.FullName, Keep: false);
            var code = await MigrateCommand.RehearseAsync(
                request,
                lines.Enqueue,
                TestContext.Current.CancellationToken
            );

            var said = string.Join('\n', lines);
            code.ShouldBe(RehearsalEnd.Well, said);
            said.ShouldContain("Call before the migration: the old way");
            said.ShouldContain(
                "in progress when the rollback began: the new way, by a bridge; the caller was answered"
            );
            said.ShouldContain("Call after the rollback: the old way, to the simulated Fargate task");
            var folder = output.GetDirectories("migration-*").ShouldHaveSingleItem();
            string[] names = [.. folder.EnumerateFiles().Select(static file => file.Name)];
            names.ShouldContain("report.md");
            names.ShouldContain("rollback-report.json");
            names.ShouldContain("proof.json");
            names.ShouldContain("nova-sonic-rollback-history.json");
        }
        catch (MotoMissingException e)
        {
            Assert.Skip(e.Message);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_rehearsal_that_is_stopped_leaves_no_process_and_no_empty_folder()
    {
        var output = Directory.CreateTempSubdirectory("rehearsal-");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Uri? account = null;
        try
        {
            var request = new RehearsalRequest(
                RollsBack: false,
                RehearsalInput.Parse("{}", isDryRun: false),
                Path.Join(output.FullName, "out"),
                Keep: false
            );
            await Should.ThrowAsync<OperationCanceledException>(() =>
                MigrateCommand.RehearseAsync(request, StopAtFirstStep, stop.Token)
            );

            using var http = new HttpClient();
            await Should.ThrowAsync<HttpRequestException>(() =>
                http.GetAsync(account, TestContext.Current.CancellationToken)
            );
            output.EnumerateFileSystemInfos().ShouldBeEmpty();
        }
        catch (MotoMissingException e)
        {
            Assert.Skip(e.Message);
        }
        finally
        {
            output.Delete(recursive: true);
        }

        void StopAtFirstStep(string line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
            {
                account = new Uri(line[at..].TrimEnd('.'));
            }

            if (line.Contains("Preflight done", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        }
    }
}
