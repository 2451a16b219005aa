namespace SonicBridge.Bridge.Kvs;

/// <summary>
/// A fragment's number: a decimal of up to 128 digits, which rises within a stream in the order of arrival
/// (ListFragments, "Fragment"). A number that is no decimal is compared for equality alone.
/// </summary>
public readonly record struct FragmentNumber(string Text)
{
    /// <summary>Whether this is that fragment or one before it.</summary>
    public bool IsAtOrBefore(FragmentNumber other) => Text == other.Text || IsBefore(other);

    /// <summary>Whether this fragment stands before that one.</summary>
    public bool IsBefore(FragmentNumber other)
    {
        var mine = Text.AsSpan().TrimStart('0');
        var theirs = other.Text.AsSpan().TrimStart('0');
        if (mine.ContainsAnyExceptInRange('0', '9') || theirs.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        return mine.Length != theirs.Length ? mine.Length < theirs.Length : mine.SequenceCompareTo(theirs) < 0;
    }

    public override string ToString() => Text;
}
