using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using SonicBridge.Local.Processes;

namespace SonicBridge.Local.Tests.Processes;

public sealed class ChildProcessTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Process_gets_nothing_but_the_environment_it_is_given()
    {
        var lines = Channel.CreateUnbounded<string>();
        using var child = ChildProcess.Start(
            Probe.Recipe(["task"], ("PROBE_TASK", "exit:7"), ("CALL_FOLDER", "s3://b/calls/1/")),
            line => lines.Writer.TryWrite(line)
        );

        (await child.Exited.WaitAsync(Cancelled)).ShouldBe(7);
        await child.OutputEnded.WaitAsync(Cancelled);
        var variables = JsonSerializer.Deserialize<Dictionary<string, string>>(
            await lines.Reader.ReadAsync(Cancelled)
        )!;
        variables["CALL_FOLDER"].ShouldBe("s3://b/calls/1/");
        variables.ShouldNotContainKey("HOME");
    }

    [Fact]
    public async Task Asked_to_end_a_process_ends_in_its_own_way()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no SIGTERM.");
        }

        var lines = Channel.CreateUnbounded<string>();
        using var child = ChildProcess.Start(Probe.Recipe(["task"]), line => lines.Writer.TryWrite(line));
        await lines.Reader.ReadAsync(Cancelled);

        child.Terminate();

        (await child.Exited.WaitAsync(Cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task Interrupt_from_the_terminal_is_for_the_host_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no SIGINT.");
        }

        var lines = Channel.CreateUnbounded<string>();
        using var child = ChildProcess.Start(Probe.Recipe(["task"]), line => lines.Writer.TryWrite(line));
        await lines.Reader.ReadAsync(Cancelled);

        using var interrupt = Process.Start("kill", ["-INT", child.Id.ToString(CultureInfo.InvariantCulture)]);
        await interrupt.WaitForExitAsync(Cancelled);
        child.Terminate();

        (await child.Exited.WaitAsync(Cancelled)).ShouldBe(0, "130 is the end by an interrupt");
    }

    [Fact]
    public async Task Program_that_answers_interrupts_is_out_of_the_terminals_reach()
    {
        if (!File.Exists("/proc/self/stat"))
        {
            Assert.Skip("Only Linux tells a process's session here.");
        }

        var lines = Channel.CreateUnbounded<string>();
        using var child = ChildProcess.Start(
            Probe.Recipe(["task"]) with
            {
                AnswersInterrupts = true,
            },
            line => lines.Writer.TryWrite(line)
        );
        await lines.Reader.ReadAsync(Cancelled);

        // What follows the name: state, parent, group, session. A terminal interrupts the groups of its own session.
        var stat = await File.ReadAllTextAsync($"/proc/{child.Id}/stat", Cancelled);
        var session = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3];

        session.ShouldBe(child.Id.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Killed_process_is_seen_to_be_gone()
    {
        var lines = Channel.CreateUnbounded<string>();
        using var child = ChildProcess.Start(Probe.Recipe(["task"]), line => lines.Writer.TryWrite(line));
        await lines.Reader.ReadAsync(Cancelled);
        using var same = Process.GetProcessById(child.Id);

        same.Kill();

        (await child.Exited.WaitAsync(Cancelled)).ShouldBe(137);
        child.Terminate();
        child.Kill();
    }

    [Fact]
    public async Task Child_dies_with_a_host_that_is_killed()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The leash is a POSIX shell.");
        }

        var lines = Channel.CreateUnbounded<string>();
        using var host = ChildProcess.Start(
            Probe.Recipe(["host", Probe.Executable]),
            line => lines.Writer.TryWrite(line)
        );
        var id = int.Parse(await lines.Reader.ReadAsync(Cancelled), CultureInfo.InvariantCulture);
        using var grandchild = Process.GetProcessById(id);

        host.Kill();

        await grandchild.WaitForExitAsync(Cancelled);
        grandchild.HasExited.ShouldBeTrue();
    }

    [Fact]
    public void Executable_that_is_not_there_is_named()
    {
        var recipe = new ProcessRecipe("/no/such/bridge", [], new Dictionary<string, string>());

        Should
            .Throw<FileNotFoundException>(() => ChildProcess.Start(recipe, static _ => { }))
            .Message.ShouldBe("'/no/such/bridge' is not there: build it first.");
    }

    [Fact]
    public void File_that_is_no_program_is_named()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "probe.runtimeconfig.json");
        var recipe = new ProcessRecipe(file, [], new Dictionary<string, string>());

        Should
            .Throw<IOException>(() => ChildProcess.Start(recipe, static _ => { }))
            .Message.ShouldStartWith($"'{file}' cannot be started:");
    }
}
