namespace SonicBridge.Bridge.Relaunch;

/// <summary>
/// From where in the stream the next bridge would have to read. That is not where this one is: a model that dies takes
/// with it what it has heard of a sentence that is not written down yet, so the next one has to hear it from its first
/// word. No I/O and no clock.
/// </summary>
/// <param name="start">The fragment after which this bridge began to read; null for the contact's first.</param>
internal sealed class ResumePlace(string? start)
{
    // A word begins more softly than it is loud: what stands before it is heard again, too.
    private const int Before = 1;

    // Where no fragment is quiet: a pause is longer than that before words are written down.
    private const int Latest = 2;

    // Noise that is never written down is no speech; a sentence is shorter. Fragments are about a second.
    private const int MostUnsettled = 60;

    private readonly Lock _gate = new();
    private readonly List<Fragment> _fragments = [];
    private string? _after = start;
    private int _settled;

    /// <summary>The fragment after which the next bridge reads; null for the contact's first.</summary>
    public string? AfterFragment
    {
        get
        {
            lock (_gate)
            {
                return _after;
            }
        }
    }

    /// <summary>A block went to the model.</summary>
    /// <returns>Whether the fragment before it, which it makes whole, had speech in it.</returns>
    public bool Met(string fragment, bool isLoud)
    {
        lock (_gate)
        {
            // One whose number did not come belongs to the one before it.
            if (_fragments is [.., var current] && (current.Number == fragment || fragment.Length == 0))
            {
                _fragments[^1] = current with { IsLoud = current.IsLoud || isLoud };
                return false;
            }

            var spoke = _fragments is [.., { IsLoud: true }];
            _fragments.Add(new Fragment(fragment, isLoud));
            Advance();
            return spoke;
        }
    }

    /// <summary>The caller's words so far are written down: what was said since the last pause may be new ones.</summary>
    public void Settle()
    {
        lock (_gate)
        {
            var quiet = _fragments.FindLastIndex(static fragment => !fragment.IsLoud);
            _settled = Math.Max(_settled, Math.Max(quiet + 1, _fragments.Count - Latest));
            Advance();
        }
    }

    private void Advance()
    {
        var last = _fragments.Count - 1;
        var first = _fragments.FindIndex(_settled, static fragment => fragment.IsLoud);
        var needed = Math.Max(first < 0 ? last : first, last - MostUnsettled);
        var done = needed - Before;
        if (done > 0)
        {
            _after = _fragments[done - 1].Number;
            _fragments.RemoveRange(0, done);
            _settled = Math.Max(0, _settled - done);
        }
    }

    private readonly record struct Fragment(string Number, bool IsLoud);
}
