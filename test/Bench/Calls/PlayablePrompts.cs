using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using SonicBridge.Contracts;
using SonicBridge.Local.S3;

namespace SonicBridge.Bench.Calls;

/// <summary>Notes when a call's playlist first names a prompt.</summary>
internal sealed class PlayablePrompts : IDisposable
{
    private readonly ConcurrentDictionary<string, OfCall> _calls = new(StringComparer.Ordinal);
    private readonly IDisposable _watching;

    public PlayablePrompts(S3Store store) => _watching = store.Watch(Take);

    /// <summary>All prompts of a call so far, in playing order.</summary>
    public IReadOnlyList<PlayablePrompt> Of(CallFolder folder) =>
        _calls.TryGetValue(folder.KeyOf(CallFile.Playlist.Name), out var call) ? call.All : [];

    public void Dispose() => _watching.Dispose();

    private void Take(StoredObject put)
    {
        if (put.Key.EndsWith(CallFile.Playlist.Name, StringComparison.Ordinal))
        {
            var at = Stopwatch.GetTimestamp();
            var playlist = JsonSerializer.Deserialize(put.Content.Span, CallFile.Playlist.Shape)!;
            _calls.GetOrAdd(put.Key, static _ => new OfCall()).Take(at, playlist);
        }
    }

    private sealed class OfCall
    {
        private readonly Lock _gate = new();
        private readonly List<PlayablePrompt> _prompts = [];
        private int _last;

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

        public void Take(long at, Playlist playlist)
        {
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
}

/// <param name="At">When, in ticks of <see cref="Stopwatch"/>.</param>
/// <param name="Length">How long it plays.</param>
internal readonly record struct PlayablePrompt(long At, TimeSpan Length);
