using System.Collections.Concurrent;

namespace SonicBridge.Local.Kvs;

/// <summary>A Kinesis video stream: its fragments in order, and who waits for the next.</summary>
public sealed class KvsStream
{
    private readonly Lock _lock = new();
    private readonly List<Fragment> _fragments = [];
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    internal KvsStream(string name, string arn) => (Name, Arn) = (name, arn);

    public string Name { get; }

    public string Arn { get; }

    /// <summary>What whoever made it says it holds.</summary>
    internal string? MediaType { get; init; }

    internal int RetentionHours { get; init; }

    internal DateTimeOffset CreatedAt { get; init; }

    /// <summary>No stream is changed here after it was made.</summary>
    internal static string Version => "local1";

    /// <summary>What happens to the next connections, one fault each; those after them are served well.</summary>
    public ConcurrentQueue<MediaFault> Faults { get; } = new();

    /// <summary>Fragments that are whole.</summary>
    public IReadOnlyList<Fragment> Fragments
    {
        get
        {
            lock (_lock)
            {
                return [.. _fragments];
            }
        }
    }

    /// <summary>The connections that read it now.</summary>
    internal ConnectionSlots Connections { get; } = new();

    /// <summary>A number for the next fragment, larger than all before.</summary>
    internal string NextNumber(long time)
    {
        lock (_lock)
        {
            var number = FragmentNumber.Of(time, _numbers.Count);
            _numbers.Add(number);
            return number;
        }
    }

    /// <summary>Whether a number was ever given to a fragment, which may not be whole yet.</summary>
    internal bool HasNumbered(string number)
    {
        lock (_lock)
        {
            return _numbers.Contains(number);
        }
    }

    /// <summary>Adds a fragment, and wakes who waits for it.</summary>
    internal void Add(Fragment fragment)
    {
        TaskCompletionSource grown;
        lock (_lock)
        {
            _fragments.Add(fragment);
            grown = _grown;
            _grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        grown.SetResult();
    }

    /// <summary>The newest fragment that is whole, or null.</summary>
    internal Fragment? Newest
    {
        get
        {
            lock (_lock)
            {
                return _fragments.Count > 0 ? _fragments[^1] : null;
            }
        }
    }

    /// <summary>The first fragment at or after a place that is wanted, or what to wait for until there is another.</summary>
    /// <param name="from">A place in the order of fragments.</param>
    internal (Fragment? Fragment, int Next, Task Grown) Find(int from, Func<Fragment, bool> isWanted)
    {
        lock (_lock)
        {
            for (var i = from; i < _fragments.Count; i++)
            {
                if (isWanted(_fragments[i]))
                {
                    return (_fragments[i], i + 1, Task.CompletedTask);
                }
            }

            return (null, _fragments.Count, _grown.Task);
        }
    }
}
