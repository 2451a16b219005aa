using System.ComponentModel;
using System.Diagnostics;

namespace SonicBridge.Steps.Tests;

/// <summary>A judge from outside: a program that this machine may have or not.</summary>
internal static class ExternalTool
{
    /// <summary>Runs a program to its end and gives what it wrote; a test that needs it is skipped where it is missing.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program,
        string toInstall,
        params string[] arguments
    )
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["AWS_DEFAULT_REGION"] = "us-east-1" },
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed: {toInstall}.");
        }

        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
