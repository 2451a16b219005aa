namespace SonicBridge.Bridge.Kvs;

/// <summary>
/// How far a stream was read: from where to go on after a cut, and which blocks were there before. A fragment that was
/// cut comes again as a whole; its first blocks are then known by their count.
/// </summary>
internal sealed class ReadingPlace(FragmentNumber? first)
{
    private FragmentNumber? _current;
    private FragmentNumber? _settledBefore;
    private int _seen;
    private FragmentNumber? _partial;
    private int _settledOfPartial;
    private bool _resumed;

    /// <summary>The last fragment of which nothing is needed any more.</summary>
    public FragmentNumber? LastWhole { get; private set; }

    /// <summary>The time of the last block that was passed on, in Unix milliseconds.</summary>
    public long? LastTime { get; private set; }

    /// <summary>The fragment under way; null before its number is read, for which it may never come.</summary>
    public FragmentNumber? Current => _current;

    /// <summary>Whether the fragment under way was read before or is older than the call.</summary>
    public bool IsOld => WasRead || (_current is { } current && first is { } start && current.IsBefore(start));

    private bool WasRead => _current is { } current && LastWhole is { } last && current.IsAtOrBefore(last);

    /// <summary>A new document begins, which makes the fragment before it whole.</summary>
    /// <param name="settled">Whether it is decided what becomes of all blocks so far.</param>
    public void BeginFragment(bool settled)
    {
        if (_current is { } whole && !WasRead)
        {
            _settledBefore = whole;
        }

        if (settled)
        {
            Settle(0);
        }

        (_current, _seen) = (null, 0);
    }

    public void Name(FragmentNumber number) => _current = number;

    /// <summary>Meets a block of the caller's; false when it was there before.</summary>
    public bool Meet(long time)
    {
        _seen++;
        if (IsOld)
        {
            return false;
        }

        if (_current is null)
        {
            return !_resumed || time > (LastTime ?? long.MinValue);
        }

        return _current != _partial || _seen > _settledOfPartial;
    }

    /// <summary>What becomes of all blocks so far is decided; those that were passed on end at that time.</summary>
    public void Settle(long? lastTime)
    {
        Settle(_seen);
        LastTime = lastTime ?? LastTime;
    }

    /// <summary>The stream will be read again from <see cref="LastWhole"/> on.</summary>
    public void Resume()
    {
        (_current, _seen, _settledBefore) = (null, 0, null);
        _resumed = true;
    }

    private void Settle(int ofCurrent)
    {
        LastWhole = _settledBefore ?? LastWhole;
        if (ofCurrent > 0 && _current is not null)
        {
            (_partial, _settledOfPartial) = (_current, ofCurrent);
        }
    }
}
