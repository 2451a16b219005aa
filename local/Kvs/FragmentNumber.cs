namespace SonicBridge.Local.Kvs;

/// <summary>Kinesis Video's number of a fragment: 47 digits, rising with time.</summary>
internal static class FragmentNumber
{
    // The digits with which the numbers of real streams begin.
    private const string Prefix = "91343852333181432392682062";

    /// <param name="time">Unix milliseconds.</param>
    /// <param name="count">How many fragments the stream had before.</param>
    public static string Of(long time, int count) => $"{Prefix}{time:D13}{count:D8}";

    /// <summary>Whether a text could be a number at all: 1 to 128 digits.</summary>
    public static bool IsValid(string text) => text.Length is > 0 and <= 128 && text.All(char.IsAsciiDigit);

    /// <summary>Compares as numbers.</summary>
    public static int Compare(string left, string right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        var byLength = left.Length.CompareTo(right.Length);
        return byLength != 0 ? byLength : string.CompareOrdinal(left, right);
    }
}
