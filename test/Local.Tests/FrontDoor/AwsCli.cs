using System.Diagnostics;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Tests.FrontDoor;

/// <summary>The <c>aws</c> command line, pointed at a front door.</summary>
internal static class AwsCli
{
    /// <summary>Runs one command to its good end; skips the test where the CLI is not installed.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(AwsFrontDoor door, params string[] arguments)
    {
        var (exitCode, output, errors) = await EndAsync(door, arguments);
        exitCode.ShouldBe(0, $"aws {string.Join(' ', arguments)}: {errors}");
        return output;
    }

    /// <summary>Runs one command to its good end where its files are.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunInAsync(string folder, AwsFrontDoor door, params string[] arguments)
    {
        var (exitCode, output, errors) = await EndAsync(door, arguments, folder);
        exitCode.ShouldBe(0, $"aws {string.Join(' ', arguments)}: {errors}");
        return output;
    }

    /// <summary>Runs one command that is refused.</summary>
    /// <returns>What it printed as the error.</returns>
    public static async Task<string> FailAsync(AwsFrontDoor door, params string[] arguments)
    {
        var (exitCode, output, errors) = await EndAsync(door, arguments);
        exitCode.ShouldNotBe(0, $"aws {string.Join(' ', arguments)}: {output}");
        return errors;
    }

    private static async Task<(int ExitCode, string Output, string Errors)> EndAsync(
        AwsFrontDoor door,
        string[] arguments,
        string folder = ""
    )
    {
        var start = new ProcessStartInfo("aws", [.. arguments, "--endpoint-url", door.Http.ToString()])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in door.ProductEnvironment)
        {
            start.Environment[name] = value;
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("The aws CLI is not installed: see https://aws.amazon.com/cli.");
            throw;
        }

        using (process)
        {
            var cancellationToken = TestContext.Current.CancellationToken;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await errors);
        }
    }
}
