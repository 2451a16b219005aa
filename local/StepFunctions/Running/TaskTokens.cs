using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>The tokens by which tasks report. A token is good until its task is closed, and known for ever after.</summary>
public sealed class TaskTokens
{
    // As long as Step Functions' own and like them Base64, so that nobody relies on a short one.
    private const int TokenBytes = 384;
    private readonly ConcurrentDictionary<string, PendingTask> _tasks = new(StringComparer.Ordinal);
    private readonly Random _random;

    internal TaskTokens(Random random) => _random = random;

    /// <summary>Ends the task's wait with its output.</summary>
    public TokenAnswer Succeed(string token, JsonNode? output) => Answer(token, task => task.TrySucceed(output));

    /// <summary>Ends the task's wait with an error.</summary>
    public TokenAnswer Fail(string token, string? error, string? cause) =>
        Answer(token, task => task.TryFail(error, cause));

    /// <summary>Says that the task lives.</summary>
    public TokenAnswer Beat(string token) => Answer(token, static task => task.TryBeat());

    internal PendingTask Open(TaskClock clock)
    {
        var bytes = new byte[TokenBytes];
        lock (_random)
        {
            _random.NextBytes(bytes);
        }

        var task = new PendingTask(Convert.ToBase64String(bytes), clock);
        _tasks[task.Token] = task;
        return task;
    }

    private TokenAnswer Answer(string token, Func<PendingTask, bool> act)
    {
        if (!_tasks.TryGetValue(token, out var task))
        {
            var bytes = new byte[TokenBytes];
            return Convert.TryFromBase64String(token, bytes, out var length) && length == TokenBytes
                ? TokenAnswer.DoesNotExist
                : TokenAnswer.Invalid;
        }

        return act(task) ? TokenAnswer.Taken : TokenAnswer.Closed;
    }
}

/// <summary>What became of a word by token.</summary>
public enum TokenAnswer
{
    Taken,

    /// <summary>The task is over: it timed out, its execution has ended, or it was answered before.</summary>
    Closed,

    /// <summary>It looks like a token, but no task has it.</summary>
    DoesNotExist,

    /// <summary>It is no token at all.</summary>
    Invalid,
}

/// <summary>A task that waits for a word by its token.</summary>
internal sealed class PendingTask(string token, TaskClock clock)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<JsonNode?> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _closed;

    public string Token => token;

    /// <summary>The task's output; fails with <see cref="StateFailedException"/>.</summary>
    public Task<JsonNode?> Result => _result.Task;

    public bool TrySucceed(JsonNode? output) => TryClose() && _result.TrySetResult(output);

    public bool TryFail(string? error, string? cause) =>
        TryClose() && _result.TrySetException(new StateFailedException(error, cause));

    public bool TryBeat()
    {
        lock (_gate)
        {
            if (!_closed)
            {
                clock.Beat();
            }

            return !_closed;
        }
    }

    /// <summary>From now on the token is dead.</summary>
    public bool TryClose()
    {
        lock (_gate)
        {
            var first = !_closed;
            _closed = true;
            clock.StopHeartbeat();
            return first;
        }
    }
}
