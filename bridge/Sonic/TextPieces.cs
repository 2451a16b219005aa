namespace SonicBridge.Bridge.Sonic;

/// <summary>Cuts a long text for several textInputs of one block: a single very large one has been seen refused.</summary>
internal static class TextPieces
{
    /// <summary>The length that is known to pass, in UTF-16 units.</summary>
    public const int Longest = 4000;

    /// <summary>How much of the rest goes into the next piece: to the last space within the limit, never through a pair of surrogates.</summary>
    public static int NextLength(ReadOnlySpan<char> rest)
    {
        if (rest.Length <= Longest)
        {
            return rest.Length;
        }

        var space = rest[..Longest].LastIndexOf(' ');
        if (space > 0)
        {
            return space + 1;
        }

        return char.IsHighSurrogate(rest[Longest - 1]) ? Longest - 1 : Longest;
    }
}
