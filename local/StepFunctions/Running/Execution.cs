using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.History;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>One run of a state machine.</summary>
public sealed class Execution : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;

    internal Execution(
        StateMachine machine,
        string arn,
        string name,
        string input,
        TimeProvider time,
        Action<StateChange> changed
    )
    {
        (Machine, Arn, Name, Input, _time) = (machine, arn, name, input, time);
        StartDate = time.GetUtcNow();
        History = new ExecutionHistory(time, happened => StateChange.Of(this, happened, changed));
    }

    /// <summary>The machine as it was when the execution began.</summary>
    public StateMachine Machine { get; }

    public string Arn { get; }

    public string Name { get; }

    /// <summary>The input's text, as it came.</summary>
    public string Input { get; }

    public DateTimeOffset StartDate { get; }

    public DateTimeOffset? StopDate { get; private set; }

    public ExecutionStatus Status { get; private set; }

    /// <summary>The output's text, once the execution has succeeded.</summary>
    public string? Output { get; private set; }

    public string? Error { get; private set; }

    public string? Cause { get; private set; }

    public ExecutionHistory History { get; }

    /// <summary>Ends with the execution, however that ends; never fails.</summary>
    public Task Completion => _completion.Task;

    internal CancellationToken Stopping => _stopping.Token;

    public void Dispose() => _stopping.Dispose();

    internal void Succeed(JsonNode? output, long previous)
    {
        var text = JsonText.Write(output);
        Close(ExecutionStatus.Succeeded, previous, new JsonObject { ["output"] = text }, () => Output = text);
    }

    internal void Fail(string? error, string? cause, long previous) =>
        CloseBy(ExecutionStatus.Failed, error, cause, previous);

    internal void TimeOut() => CloseBy(ExecutionStatus.TimedOut, null, null, 0);

    internal void Abort(string? error, string? cause) => CloseBy(ExecutionStatus.Aborted, error, cause, 0);

    private void CloseBy(ExecutionStatus status, string? error, string? cause, long previous) =>
        Close(status, previous, ErrorDetails.Of(error, cause), () => (Error, Cause) = (error, cause));

    /// <summary>The first end is the one that counts.</summary>
    private void Close(ExecutionStatus status, long previous, JsonObject details, Action record)
    {
        lock (_gate)
        {
            if (Status != ExecutionStatus.Running)
            {
                return;
            }

            record();
            StopDate = _time.GetUtcNow();
            Status = status;
            History.Seal($"Execution{status}", previous, details);
        }

        _completion.SetResult();
        _stopping.Cancel();
    }
}

public enum ExecutionStatus
{
    Running,
    Succeeded,
    Failed,
    TimedOut,
    Aborted,
}

public static class ExecutionStatusNames
{
    /// <summary>As the API writes it.</summary>
    public static string OnTheWire(this ExecutionStatus status) =>
        status == ExecutionStatus.TimedOut ? "TIMED_OUT" : status.ToString().ToUpperInvariant();
}
