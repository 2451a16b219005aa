using System.Diagnostics;

namespace SonicBridge.Local.Processes;

/// <summary>A process that ends with its host, whatever becomes of the host.</summary>
public sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process) => _process = process;

    public int Id { get; private set; }

    /// <summary>The exit code as soon as the process is gone; 128 and the signal's number when a signal ended it.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Completes when all that the process wrote has been handed on.</summary>
    public Task OutputEnded { get; private set; } = Task.CompletedTask;

    /// <param name="onLine">Gets each line of standard output and error, without its end, one at a time.</param>
    /// <exception cref="IOException">The process cannot be started; the message says why.</exception>
    public static ChildProcess Start(ProcessRecipe recipe, Action<string> onLine)
    {
        var process = new Process { StartInfo = recipe.ToStartInfo(), EnableRaisingEvents = true };
        var child = new ChildProcess(process);
        process.Exited += (_, _) => child.OnExited();
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            process.Dispose();
            throw new IOException($"'{recipe.Executable}' cannot be started: {e.Message}", e);
        }

        child.Id = process.Id;
        ProcessLeash.Shared.Hold(child.Id);
        if (child.Exited.IsCompleted)
        {
            ProcessLeash.Shared.Release(child.Id);
        }

        var gate = new Lock();
        child.OutputEnded = Task.WhenAll(
            LineReader.ReadAsync(process.StandardOutput, gate, onLine),
            LineReader.ReadAsync(process.StandardError, gate, onLine)
        );
        return child;
    }

    /// <summary>Asks the process to end (SIGTERM; on Windows, where there is none, this is <see cref="Kill"/>).</summary>
    public void Terminate()
    {
        if (OperatingSystem.IsWindows())
        {
            Kill();
        }
        else if (!_exited.Task.IsCompleted)
        {
            PosixSignals.Terminate(Id);
        }
    }

    /// <summary>Ends the process at once (SIGKILL).</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // Gone already, which is what was wanted.
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void OnExited()
    {
        // In this order: a process that ends at once may get here before it is held.
        _exited.TrySetResult(_process.ExitCode);
        ProcessLeash.Shared.Release(_process.Id);
    }
}
