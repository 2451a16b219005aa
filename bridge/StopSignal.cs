using System.Runtime.InteropServices;

namespace SonicBridge.Bridge;

/// <summary>What ECS sends a container before it kills it, or an engineer his terminal: SIGTERM or SIGINT.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _terminated;
    private readonly PosixSignalRegistration _interrupted;

    public StopSignal()
    {
        _terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        _interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    }

    /// <summary>Cancelled by the signal, which then no longer ends the process: whoever listens does.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        _terminated.Dispose();
        _interrupted.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _stop.Cancel();
    }
}
