using System.Collections.Concurrent;
using System.Diagnostics;
using SonicBridge.Contracts;
using SonicBridge.Local.Sonic;

namespace SonicBridge.Bench.Calls;

/// <summary>Notes what the simulated model hears and says in each of its streams, and when.</summary>
internal sealed class ModelWatch
{
    private readonly ConcurrentDictionary<SonicSession, ModelStream> _streams = new();
    private readonly Lock _gate = new();
    private (int Streams, long Bytes, TaskCompletionSource Reached)? _goal;

    /// <summary>All streams that were opened.</summary>
    public IReadOnlyList<ModelStream> Streams => [.. _streams.Values];

    /// <summary>Completes when so many streams have heard so much.</summary>
    public Task Heard(int streams, long bytes)
    {
        lock (_gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _goal = (streams, bytes, reached);
            Look();
            return reached.Task;
        }
    }

    public void Take(SonicNews news)
    {
        var now = Stopwatch.GetTimestamp();
        var stream = _streams.GetOrAdd(news.Session, static session => new ModelStream(session));
        switch (news)
        {
            case SonicNews.Heard heard:
                stream.Hear(now, heard.Bytes);
                lock (_gate)
                {
                    if (stream.Bytes >= _goal?.Bytes)
                    {
                        Look();
                    }
                }

                break;
            case SonicNews.Said { Speaker: Speaker.Agent }:
                stream.BeginAnswer();
                break;
            case SonicNews.Spoke spoke:
                stream.Speak(now, spoke.Length);
                break;
        }
    }

    private void Look()
    {
        if (_goal is var (streams, bytes, reached) && _streams.Values.Count(s => s.Bytes >= bytes) >= streams)
        {
            _goal = null;
            reached.SetResult();
        }
    }
}
