using System.Text;

namespace SonicBridge.Local.Lambda;

/// <summary>One event on its way through a function.</summary>
internal sealed class Invocation(string requestId, ReadOnlyMemory<byte> payload)
{
    /// <summary>What <c>X-Amz-Log-Result</c> carries at most.</summary>
    private const int LogTailBytes = 4096;

    private readonly TaskCompletionSource<InvocationResult?> _result = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly StringBuilder _log = new();

    public string RequestId => requestId;
    public ReadOnlyMemory<byte> Payload => payload;

    /// <summary>The answer, or null when the process went away before it had taken the event.</summary>
    public Task<InvocationResult?> Result => _result.Task;

    public bool TryComplete(InvocationResult? result) => _result.TrySetResult(result);

    public bool TryFail(string errorType, string errorMessage) =>
        TryComplete(FunctionErrors.Unhandled(errorType, errorMessage));

    public void Log(string line)
    {
        lock (_log)
        {
            _log.Append(line).Append('\n');
            if (_log.Length > 2 * LogTailBytes)
            {
                _log.Remove(0, _log.Length - LogTailBytes);
            }
        }
    }

    /// <summary>The last 4 KB of the log.</summary>
    public byte[] LogTail()
    {
        lock (_log)
        {
            var bytes = Encoding.UTF8.GetBytes(_log.ToString());
            return bytes.Length <= LogTailBytes ? bytes : bytes[^LogTailBytes..];
        }
    }
}
