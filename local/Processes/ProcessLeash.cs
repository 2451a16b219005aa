using System.Diagnostics;
using System.Globalization;

namespace SonicBridge.Local.Processes;

/// <summary>
/// Ends this process's children when this process is gone, even by SIGKILL: a small shell holds their ids, reads from a
/// pipe that only this process writes to, and kills what is left when the pipe closes.
/// </summary>
internal sealed class ProcessLeash
{
    // Signals of the terminal reach the whole group: the leash must outlive its host to do its work.
    private const string Script = """
        trap '' INT TERM HUP QUIT
        held=' '
        while read -r verb pid; do
          case "$verb$held" in
            +*) held="$held$pid " ;;
            -*" $pid "*) held="${held%% $pid *} ${held#* $pid }" ;;
          esac
        done
        for pid in $held; do kill -9 "$pid"; done 2>/dev/null
        """;

    private readonly Lock _lock = new();
    private readonly HashSet<int> _held = [];
    private readonly StreamWriter? _pipe;

    private ProcessLeash()
    {
        if (OperatingSystem.IsWindows())
        {
            // No shell to rely on: what ends this process in an orderly way ends the children.
            AppDomain.CurrentDomain.ProcessExit += (_, _) => KillAll();
            return;
        }

        var start = new ProcessStartInfo("/bin/sh", ["-c", Script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var shell = Process.Start(start) ?? throw new IOException("/bin/sh cannot be started.");
        _pipe = shell.StandardInput;
        _pipe.AutoFlush = true;
    }

    public static ProcessLeash Shared { get; } = new();

    public void Hold(int processId) => Tell('+', processId);

    public void Release(int processId) => Tell('-', processId);

    private void Tell(char verb, int processId)
    {
        lock (_lock)
        {
            if (verb == '+')
            {
                _held.Add(processId);
            }
            else if (!_held.Remove(processId))
            {
                return;
            }

            _pipe?.Write(string.Create(CultureInfo.InvariantCulture, $"{verb} {processId}\n"));
        }
    }

    private void KillAll()
    {
        lock (_lock)
        {
            foreach (var id in _held)
            {
                try
                {
                    using var process = Process.GetProcessById(id);
                    process.Kill();
                }
                catch (Exception e) when (e is ArgumentException or InvalidOperationException)
                {
                    // Gone already, which is what was wanted.
                }
            }
        }
    }
}
