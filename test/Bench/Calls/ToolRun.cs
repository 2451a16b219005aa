using System.ComponentModel;
using System.Diagnostics;

namespace SonicBridge.Bench.Calls;

/// <summary>Runs a tool to its end.</summary>
internal static class ToolRun
{
    /// <returns>Its exit code, and all that it wrote.</returns>
    /// <exception cref="NotReadyException">There is no such tool.</exception>
    public static async Task<(int ExitCode, string Said)> AskAsync(
        string tool,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception e)
        {
            throw new NotReadyException($"'{tool}' cannot be started: {e.Message}");
        }
    }
}
