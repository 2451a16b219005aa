using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SonicBridge.Local.Processes;

/// <summary>What to start: an executable, or a <c>.dll</c> that the machine's .NET runs, with nothing but this environment.</summary>
/// <param name="Executable">The path of a file.</param>
/// <param name="Environment">All that the process gets, besides what any program needs to start.</param>
public sealed record ProcessRecipe(
    string Executable,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment
)
{
    // Without these a program may not even start: where programs, .NET and temporary files are.
    private static readonly string[] Inherited = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LANG"];

    /// <exception cref="FileNotFoundException">There is no such executable; the message says what to build.</exception>
    internal ProcessStartInfo ToStartInfo()
    {
        if (!File.Exists(Executable))
        {
            throw new FileNotFoundException($"'{Executable}' is not there: build it first.", Executable);
        }

        var managed = Path.GetExtension(Executable).Equals(".dll", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(managed ? Path.Combine(DotnetRoot, "dotnet") : Executable)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(Executable)),
        };
        if (managed)
        {
            start.ArgumentList.Add(Path.GetFullPath(Executable));
        }

        foreach (var argument in Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        // An executable that is not native AOT finds its runtime by this.
        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static string DotnetRoot { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
