using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SonicBridge.Local.Tests.Node;

/// <summary>Runs a script of test/node, which drives the local services with AWS's own JavaScript clients.</summary>
internal static class NodeScript
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "node"));

    /// <summary>Runs it to its end; skips the test when Node.js or the clients are not installed.</summary>
    /// <param name="environment">How the script finds the services.</param>
    public static async Task RunAsync(string script, IReadOnlyDictionary<string, string> environment)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            Assert.Skip(
                "AWS's JavaScript clients are not installed: run `npm ci --prefix test/node` (Node.js 20 or newer)."
            );
        }

        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=spec", script])
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        process.ExitCode.ShouldBe(0, await output + await errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Node.js is not installed: install version 20 or newer, then run `npm ci --prefix test/node`.");
            throw;
        }
    }

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
