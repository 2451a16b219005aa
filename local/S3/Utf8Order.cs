namespace SonicBridge.Local.S3;

/// <summary>S3 lists keys by their UTF-8 bytes, which is the order of code points and not of UTF-16 units.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = (x ?? "").EnumerateRunes();
        var right = (y ?? "").EnumerateRunes();
        while (true)
        {
            var (more, other) = (left.MoveNext(), right.MoveNext());
            if (!more || !other)
            {
                return more.CompareTo(other);
            }

            if (left.Current != right.Current)
            {
                return left.Current.CompareTo(right.Current);
            }
        }
    }
}
