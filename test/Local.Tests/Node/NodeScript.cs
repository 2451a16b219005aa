using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SonicBridge.Local.Tests.Node;

/// <summary>Runs a script of test/node, which asks others' JavaScript clients and engines for their word.</summary>
internal static class NodeScript
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "node"));

    /// <summary>Hands a script some input; skips the test when Node.js or the packages are not installed.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<string> AskAsync(string script, string input)
    {
        SkipWithoutPackages();
        var start = StartOf([script]);
        start.RedirectStandardInput = true;
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    /// <summary>Runs it to its end; skips the test when Node.js or the clients are not installed.</summary>
    /// <param name="environment">How the script finds the services.</param>
    public static async Task RunAsync(string script, IReadOnlyDictionary<string, string> environment)
    {
        SkipWithoutPackages();
        var start = StartOf(["--test", "--test-reporter=spec", script]);
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

    private static void SkipWithoutPackages()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            Assert.Skip(
                "The packages of test/node are not installed: run `npm ci --prefix test/node` (Node.js 20 or newer)."
            );
        }
    }

    private static ProcessStartInfo StartOf(IEnumerable<string> arguments) =>
        new("node", arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

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
