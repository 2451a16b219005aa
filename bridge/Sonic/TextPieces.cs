using System.Text;

namespace SonicBridge.Bridge.Sonic;

/// <summary>Cuts a long text for several textInputs of one block.</summary>
internal static class TextPieces
{
    /// <summary>Bytes of a system prompt's piece: a single very large one has been seen refused, and this passes.</summary>
    public const int System = 4000;

    /// <summary>Bytes of any other text's piece: 1 KB by the user guide, read as the smaller of the two sizes of a KB.</summary>
    public const int Message = 1000;

    /// <summary>How much of the rest goes into the next piece: to the last space within the limit, never through a character.</summary>
    /// <param name="most">Bytes as UTF-8.</param>
    public static int NextLength(ReadOnlySpan<char> rest, int most)
    {
        var length = LengthWithin(rest, most);
        if (length == rest.Length)
        {
            return length;
        }

        var space = rest[..length].LastIndexOf(' ');
        return space > 0 ? space + 1 : length;
    }

    private static int LengthWithin(ReadOnlySpan<char> text, int most)
    {
        var length = 0;
        for (var bytes = 0; length < text.Length; )
        {
            Rune.DecodeFromUtf16(text[length..], out var rune, out var taken);
            bytes += rune.Utf8SequenceLength;
            if (bytes > most)
            {
                break;
            }

            length += taken;
        }

        return length;
    }
}
