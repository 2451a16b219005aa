using System.Globalization;

namespace SonicBridge.Local.S3;

/// <summary>One range of bytes inside an object.</summary>
/// <param name="Length">0 when nothing of the object is in the range.</param>
internal readonly record struct ContentRange(int Start, int Length)
{
    private const string Unit = "bytes=";

    /// <summary>Reads <c>bytes=a-b</c>, <c>bytes=a-</c> or <c>bytes=-n</c>.</summary>
    /// <returns>False when there is no such header, or one that S3 ignores (several ranges, another unit).</returns>
    public static bool TryParse(string? header, int size, out ContentRange range)
    {
        range = default;
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var text = header[Unit.Length..];
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !TryNumber(text[..dash], out var first) || !TryNumber(text[(dash + 1)..], out var last))
        {
            return false;
        }

        switch (first, last)
        {
            case (null, null):
                return false;
            case (null, { } suffix):
                var length = (int)Math.Min(suffix, size);
                range = new ContentRange(size - length, length);
                return true;
            case ({ } start, var end) when end is null || end >= start:
                var stop = Math.Min(end ?? long.MaxValue, size - 1L);
                range = start > stop ? default : new ContentRange((int)start, (int)(stop - start + 1));
                return true;
            default:
                return false;
        }
    }

    private static bool TryNumber(string text, out long? number)
    {
        number = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        number = value;
        return true;
    }
}
