using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Playback;

/// <summary>The playlist as it is to be: prompts enter it in order, each once it is stored. No I/O.</summary>
internal sealed class PlaylistDraft
{
    // Prompts that were handed out stay for a while, so that who looks at a call sees what it just heard.
    private const int KeptAfterHandingOut = 2;

    private readonly Queue<(Prompt Prompt, Task Stored)> _underWay = new();
    private readonly List<Prompt> _prompts;
    private readonly int _generation;
    private Decision _decided;
    private Decision? _finish;

    public PlaylistDraft(Playlist claimed, int handedOut)
    {
        (_generation, DroppedThrough) = (claimed.Generation, claimed.DroppedThrough);
        _decided = new Decision(claimed.Ending, claimed.Next, claimed.Transfer);
        _prompts = [.. claimed.Prompts];
        LastNumber = Math.Max(Math.Max(handedOut, DroppedThrough), _prompts.Select(p => p.Number).LastOrDefault());
    }

    /// <summary>The number of the last prompt that was cut.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Prompts up to this one are void, but for those that were handed out before.</summary>
    public int DroppedThrough { get; private set; }

    /// <summary>Prompts that are being stored.</summary>
    public int UnderWay => _underWay.Count;

    /// <summary>Prompts in the list.</summary>
    public int Listed => _prompts.Count;

    /// <summary>Rises with each change that has to be written.</summary>
    public long Version { get; private set; }

    /// <summary>Whether all has come into the list, and what follows too.</summary>
    public bool IsFinished => _finish == _decided && _underWay.Count == 0;

    public int TakeNumber() => ++LastNumber;

    public void Add(Prompt prompt, Task stored) => _underWay.Enqueue((prompt, stored));

    /// <summary>Lists what is stored, in order: a prompt waits for those before it.</summary>
    /// <param name="listed">Takes those that are new.</param>
    /// <exception cref="Exception">A prompt could not be stored; the exception is the store's.</exception>
    public void ListStored(List<Prompt> listed)
    {
        while (_underWay.TryPeek(out var first) && first.Stored.IsCompleted)
        {
            first.Stored.GetAwaiter().GetResult();
            _underWay.Dequeue();
            _prompts.Add(first.Prompt);
            Version++;
            listed.Add(first.Prompt);
        }

        // Not before: the flow would leave as soon as it has played what is listed by now.
        if (_finish is { } finish && finish != _decided && _underWay.Count == 0)
        {
            _decided = finish;
            Version++;
        }
    }

    /// <summary>The caller speaks: all that was not handed out is void, stored or not.</summary>
    /// <returns>Prompts that never entered the list.</returns>
    public IReadOnlyList<Prompt> Drop()
    {
        var never = _underWay.Select(entry => entry.Prompt).ToArray();
        _underWay.Clear();
        if (LastNumber > DroppedThrough)
        {
            DroppedThrough = LastNumber;
            _prompts.Clear();
            Version++;
        }

        return never;
    }

    public void Finish(CallEnding ending, FlowStep next, TransferTarget? transfer) =>
        _finish = new Decision(ending, next, transfer);

    /// <summary>Forgets prompts that the caller has long heard.</summary>
    public void Shorten(int handedOut) => _prompts.RemoveAll(p => p.Number <= handedOut - KeptAfterHandingOut);

    public Playlist ToPlaylist() =>
        new(_generation, [.. _prompts], DroppedThrough, _decided.Next, _decided.Transfer, _decided.Ending);

    private sealed record Decision(CallEnding? Ending, FlowStep Next, TransferTarget? Transfer);
}
