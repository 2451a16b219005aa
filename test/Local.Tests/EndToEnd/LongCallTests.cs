using SonicBridge.Local.Call;

namespace SonicBridge.Local.Tests.EndToEnd;

/// <summary>A minute with everything in it, by the command itself: its exit code is the scenario's judgement.</summary>
public sealed class LongCallTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact(Explicit = true)]
    public async Task A_call_with_a_barge_in_a_tool_renewals_a_killed_bridge_and_a_transfer_loses_nothing()
    {
        var command = CallCommand.Create().Parse(["--scenario", "long", "--out", _folder]);

        (await command.InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)).ShouldBe(0);

        var files = Directory.GetFiles(Directory.GetDirectories(_folder).ShouldHaveSingleItem());
        files.Select(Path.GetFileName).ShouldContain("timeline.png");
        files.Select(Path.GetFileName).ShouldContain("transcript.json");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
