using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.History;

/// <summary>What happened in one execution, in order. It may be read while it grows.</summary>
public sealed class ExecutionHistory
{
    /// <summary>The most events that an execution may have.</summary>
    public const int Limit = 25_000;

    private readonly Lock _gate = new();
    private readonly List<HistoryEvent> _events = [];
    private readonly TimeProvider _time;
    private readonly Action<HistoryEvent> _appended;
    private bool _sealed;

    /// <param name="appended">Is told of each event, in order, before the execution goes on.</param>
    internal ExecutionHistory(TimeProvider time, Action<HistoryEvent> appended) =>
        (_time, _appended) = (time, appended);

    /// <summary>The events so far.</summary>
    public IReadOnlyList<HistoryEvent> Events
    {
        get
        {
            lock (_gate)
            {
                return [.. _events];
            }
        }
    }

    /// <returns>The event's id.</returns>
    /// <exception cref="OperationCanceledException">The execution is over.</exception>
    /// <exception cref="HistoryFullException">There is room only for the event by which the execution fails.</exception>
    internal long Append(string type, long previous, string? state, JsonObject? details)
    {
        lock (_gate)
        {
            if (_sealed)
            {
                throw new OperationCanceledException("The execution is over.");
            }

            return _events.Count < Limit - 1 ? Write(type, previous, state, details) : throw new HistoryFullException();
        }
    }

    /// <summary>Writes the last event, after which there is none.</summary>
    internal void Seal(string type, long previous, JsonObject? details)
    {
        lock (_gate)
        {
            Write(type, previous, null, details);
            _sealed = true;
        }
    }

    private long Write(string type, long previous, string? state, JsonObject? details)
    {
        var written = new HistoryEvent(_events.Count + 1, previous, type, _time.GetUtcNow(), state, details);
        _events.Add(written);
        _appended(written);
        return written.Id;
    }
}

/// <summary>An execution made as many events as Step Functions allows; nothing catches that.</summary>
internal sealed class HistoryFullException()
    : Exception($"The execution reached the maximum number of history events ({ExecutionHistory.Limit}).");
