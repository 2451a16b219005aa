using System.Buffers;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>A model that says what a test tells it to.</summary>
internal sealed class ScriptedModel : IModel
{
    private readonly TaskCompletionSource<SonicEnd> _end = new();
    private readonly CallerLoudness _loudness = new();
    private Func<SonicEvent, ValueTask>? _handle;

    public List<byte> Heard { get; } = [];

    /// <summary>What it was told in the caller's stead.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Tells what was said so far.</summary>
    public Func<Task<Recollection>> Recall { get; private set; } = null!;

    /// <summary>Whether it ends its output when told goodbye.</summary>
    public bool IsPolite { get; init; } = true;

    public DateTimeOffset? CallerSpokeAt { get; set; }

    public bool IsCallerLoud { get; private set; }

    public bool ToldGoodbye { get; private set; }

    public bool Aborted { get; private set; }

    /// <summary>Completes when the call has dealt with all of it.</summary>
    public async Task SayAsync(params SonicEvent[] events)
    {
        foreach (var one in events)
        {
            await _handle!(one);
        }
    }

    public void End(SonicEndKind kind) => _end.TrySetResult(new SonicEnd(kind, $"The model ended: {kind}."));

    public ValueTask WriteAsync(ReadOnlySequence<byte> pcm, BlockPosition position, CancellationToken cancellationToken)
    {
        IsCallerLoud = _loudness.Take(pcm);
        Heard.AddRange(pcm.ToArray());
        return ValueTask.CompletedTask;
    }

    public Task<SonicEnd> ReadAsync(Func<SonicEvent, ValueTask> handle, Func<Task<Recollection>> recall)
    {
        (_handle, Recall) = (handle, recall);
        return _end.Task;
    }

    public void Say(string text) => Told.Add(text);

    /// <summary>What it was told of its tools, each as <c>id json</c>.</summary>
    public List<string> ToolAnswers { get; } = [];

    public void AnswerTool(SonicEvent.ToolUse use, string json) => ToolAnswers.Add($"{use.ToolUseId} {json}");

    public void Close()
    {
        ToldGoodbye = true;
        if (IsPolite)
        {
            End(SonicEndKind.Closed);
        }
    }

    public void Abort()
    {
        Aborted = true;
        End(SonicEndKind.Closed);
    }

    public void Dispose() => Abort();
}
