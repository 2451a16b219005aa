using System.Text;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>A place in a text that is read from left to right.</summary>
internal sealed class TextCursor
{
    // What is read here is walked by recursion later, step by step: the stack is not endless.
    private const int Longest = 10_000;
    private const int Deepest = 64;

    private readonly string _text;
    private int _depth;

    /// <exception cref="FormatException">The text is longer than anybody writes.</exception>
    public TextCursor(string text)
    {
        _text =
            text.Length <= Longest
                ? text
                : throw new FormatException(
                    $"'{text[..40]}…' has {text.Length} characters; a path or an intrinsic function has {Longest} at most."
                );
    }

    public string Text => _text;

    public int Position { get; private set; }

    public bool AtEnd => Position == _text.Length;

    public bool Sees(string expected) => _text.AsSpan(Position).StartsWith(expected, StringComparison.Ordinal);

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
        while (Position < _text.Length && accepted(_text[Position]))
        {
            Position++;
        }

        return _text[start..Position];
    }

    /// <summary>Takes a quoted text; a backslash takes the next character as it is.</summary>
    /// <param name="keepEscapesOf">Characters before which the backslash is kept, for a reader further on.</param>
    public string TakeQuoted(string keepEscapesOf = "")
    {
        if (!Sees("'") && !Sees("\""))
        {
            throw Wrong("a quoted text is missing");
        }

        var quote = _text[Position++];
        var content = new StringBuilder();
        while (!AtEnd && _text[Position] != quote)
        {
            if (_text[Position] == '\\' && Position + 1 < _text.Length)
            {
                Position++;
                if (keepEscapesOf.Contains(_text[Position]))
                {
                    content.Append('\\');
                }
            }

            content.Append(_text[Position++]);
        }

        Expect(quote.ToString());
        return content.ToString();
    }

    /// <summary>Reads what may hold its own kind.</summary>
    public T Within<T>(Func<TextCursor, T> read)
    {
        if (++_depth > Deepest)
        {
            throw Wrong($"more than {Deepest} stand one inside the other");
        }

        var inner = read(this);
        _depth--;
        return inner;
    }

    /// <summary>What to throw when the text cannot be read further.</summary>
    public FormatException Wrong(string reason) => new($"'{_text}', at character {Position + 1}: {reason}.");
}
