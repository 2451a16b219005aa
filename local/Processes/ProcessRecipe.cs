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

    // Ctrl-C reaches every process of the terminal's group: the host alone answers it, and then ends its children in order.
    private const string WithoutTerminalSignals = """trap '' INT QUIT; exec "$@" """;

    // A program that answers them whatever it inherits is put out of their reach, where the system can.
    private const string WithoutTerminal =
        """trap '' INT QUIT; command -v setsid >/dev/null && exec setsid "$@"; exec "$@" """;

    /// <summary>Whether the program answers Ctrl-C though it was started to ignore it.</summary>
    public bool AnswersInterrupts { get; init; }

    /// <exception cref="IOException">There is no such executable; the message says what to do.</exception>
    internal ProcessStartInfo ToStartInfo()
    {
        string[] command = [.. CommandOf(Path.GetFullPath(Executable)), .. Arguments];
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(command[0], command[1..])
            : new ProcessStartInfo(
                "/bin/sh",
                ["-c", AnswersInterrupts ? WithoutTerminal : WithoutTerminalSignals, "sh", .. command]
            );
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(Executable));
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

    private static string[] CommandOf(string executable)
    {
        if (!File.Exists(executable))
        {
            throw new FileNotFoundException($"'{executable}' is not there: build it first.", executable);
        }

        if (Path.GetExtension(executable).Equals(".dll", StringComparison.OrdinalIgnoreCase))
        {
            return [Path.Combine(DotnetRoot, "dotnet"), executable];
        }

        return OperatingSystem.IsWindows() || File.GetUnixFileMode(executable).HasFlag(UnixFileMode.UserExecute)
            ? [executable]
            : throw new IOException($"'{executable}' cannot be started: it is not executable.");
    }

    private static string DotnetRoot { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
