using System.CommandLine;
using SonicBridge.Local.Call;
using SonicBridge.Local.Configuration;
using SonicBridge.Local.Diagnosis;
using SonicBridge.Local.Migration;

namespace SonicBridge.Local;

/// <summary>All commands.</summary>
public static class CommandLine
{
    private const int CannotRun = 2;

    // Dozens of processes are ended one after the other; a busy machine needs some seconds for it.
    private static readonly TimeSpan s_timeToStop = TimeSpan.FromSeconds(20);

    /// <summary>Runs one.</summary>
    /// <returns>0 when all went as it should, 1 when something did not, 2 when it could not be done, 130 after Ctrl-C.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var parsed = Parse(args);
        var code = await parsed.InvokeAsync(
            new InvocationConfiguration { ProcessTerminationTimeout = s_timeToStop },
            CancellationToken.None
        );
        // The library's own code for a command line that is wrong is that of a call that went wrong.
        return parsed.Errors.Count > 0 ? CannotRun : code;
    }

    /// <summary>Reads one, and runs nothing.</summary>
    internal static ParseResult Parse(IReadOnlyList<string> args) =>
        new RootCommand(
            "SonicBridge on one machine: the product's own Lambdas, state machines and bridge, with AWS simulated at the wire."
        )
        {
            CallCommand.Create(),
            MigrateCommand.Create(),
            MigrateCommand.CreateRollback(),
            DiagnoseCommand.Create(),
            ConfigurationCommand.Create(),
        }.Parse(args);
}
