using System.Text;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>A place in a text that is read from left to right.</summary>
internal sealed class TextCursor(string text)
{
    public string Text => text;

    public int Position { get; private set; }

    public bool AtEnd => Position == text.Length;

    public bool Sees(string expected) => text.AsSpan(Position).StartsWith(expected, StringComparison.Ordinal);

    public bool TryTake(string expected)
    {
        if (!Sees(expected))
        {
            return false;
        }

        Position += expected.Length;
        return true;
    }

    public bool TryTakeAfterSpace(string expected)
    {
        SkipSpace();
        return TryTake(expected);
    }

    public void Expect(string expected)
    {
        if (!TryTake(expected))
        {
            throw Wrong($"'{expected}' is missing");
        }
    }

    public void SkipSpace() => TakeWhile(char.IsWhiteSpace);

    public string TakeWhile(Func<char, bool> accepted)
    {
        var start = Position;
        while (Position < text.Length && accepted(text[Position]))
        {
            Position++;
        }

        return text[start..Position];
    }

    /// <summary>Takes a quoted text; a backslash takes the next character as it is.</summary>
    /// <param name="keepEscapesOf">Characters before which the backslash is kept, for a reader further on.</param>
    public string TakeQuoted(string keepEscapesOf = "")
    {
        var quote = text[Position++];
        var content = new StringBuilder();
        while (!AtEnd && text[Position] != quote)
        {
            if (text[Position] == '\\' && Position + 1 < text.Length)
            {
                Position++;
                if (keepEscapesOf.Contains(text[Position]))
                {
                    content.Append('\\');
                }
            }

            content.Append(text[Position++]);
        }

        Expect(quote.ToString());
        return content.ToString();
    }

    /// <summary>What to throw when the text cannot be read further.</summary>
    public FormatException Wrong(string reason) => new($"'{text}', at character {Position + 1}: {reason}.");
}
