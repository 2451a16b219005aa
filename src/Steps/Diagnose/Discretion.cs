using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Keeps out of a diagnosis what others may have written into a log line or a cause: phone numbers and tokens.</summary>
internal static partial class Discretion
{
    private const int Longest = 600;

    /// <summary>The text without them, on one line and not too long.</summary>
    public static string Mask(string text)
    {
        var masked = Token().Replace(PhoneNumber().Replace(text, "(a number)"), "(a token)");
        masked = Space().Replace(masked, " ").Trim();
        return masked.Length > Longest ? $"{masked[..Longest]}…" : masked;
    }

    /// <summary>E.164, with or without the usual breaks.</summary>
    [GeneratedRegex(@"\+[1-9](?:[ ().-]?[0-9]){6,14}", RegexOptions.None, 1000)]
    private static partial Regex PhoneNumber();

    /// <summary>Task tokens have hundreds of characters, session tokens more; no ARN has so many between its colons and slashes.</summary>
    [GeneratedRegex("[A-Za-z0-9+/=_-]{100,}", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
