namespace SonicBridge.Fuzz.Mutation;

/// <summary>
/// Finds a whole piece of a text that is written with brackets and quotes, so that a change of JSON is mostly JSON again.
/// </summary>
internal static class Balanced
{
    // What stands further apart is looked for no longer.
    private const int Tries = 8;

    /// <summary>An object, an array or a string, at a place of chance; empty when none was met.</summary>
    public static Range Piece(ReadOnlySpan<byte> text, Chance chance)
    {
        for (var i = 0; i < Tries && text.Length > 1; i++)
        {
            var from = chance.Below(text.Length);
            var found = text[from..].IndexOfAny((byte)'{', (byte)'[', (byte)'"');
            if (found >= 0 && EndOf(text, from + found) is var end and > 0)
            {
                return (from + found)..end;
            }
        }

        return default;
    }

    /// <summary>The same with the comma before or behind it, and the name in front when it is a member.</summary>
    public static Range Element(ReadOnlySpan<byte> text, Chance chance)
    {
        var (start, length) = Piece(text, chance).GetOffsetAndLength(text.Length);
        var end = start + length;
        while (start > 0 && text[start - 1] is not ((byte)',' or (byte)'{' or (byte)'['))
        {
            start--;
        }

        if (end < text.Length && text[end] == ',')
        {
            end++;
        }
        else if (start > 0 && text[start - 1] == ',')
        {
            start--;
        }

        return start..end;
    }

    private static int EndOf(ReadOnlySpan<byte> text, int start)
    {
        var depth = 0;
        var quoted = false;
        for (var i = start; i < text.Length; i++)
        {
            if (quoted)
            {
                i += text[i] == '\\' ? 1 : 0;
                quoted = i >= text.Length || text[i] != '"' || text[i - 1] == '\\';
                if (!quoted && depth == 0)
                {
                    return i + 1;
                }

                continue;
            }

            switch (text[i])
            {
                case (byte)'"':
                    quoted = true;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when --depth == 0:
                    return i + 1;
            }
        }

        return 0;
    }
}
