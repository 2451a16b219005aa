using System.Diagnostics;
using System.Text.Json;
using SonicBridge.Contracts;
using SonicBridge.Local.S3;

namespace SonicBridge.Bench.Calls;

/// <summary>Notes when a playlist first names a prompt. For one call at a time.</summary>
internal sealed class PlayablePrompts : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<PlayablePrompt> _prompts = [];
    private readonly IDisposable _watching;
    private int _last;

    public PlayablePrompts(S3Store store) => _watching = store.Watch(Take);

    /// <summary>All prompts so far, in playing order.</summary>
    public IReadOnlyList<PlayablePrompt> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _prompts];
            }
        }
    }

    public void Dispose() => _watching.Dispose();

    private void Take(StoredObject put)
    {
        if (!put.Key.EndsWith(CallFile.Playlist.Name, StringComparison.Ordinal))
        {
            return;
        }

        var at = Stopwatch.GetTimestamp();
        var playlist = JsonSerializer.Deserialize(put.Content.Span, CallFile.Playlist.Shape)!;
        lock (_gate)
        {
            foreach (var prompt in playlist.Prompts.Where(prompt => prompt.Number > _last))
            {
                _prompts.Add(new PlayablePrompt(at, TimeSpan.FromMilliseconds(prompt.Milliseconds)));
                _last = prompt.Number;
            }
        }
    }
}

/// <param name="At">When, in ticks of <see cref="Stopwatch"/>.</param>
/// <param name="Length">How long it plays.</param>
internal readonly record struct PlayablePrompt(long At, TimeSpan Length);
