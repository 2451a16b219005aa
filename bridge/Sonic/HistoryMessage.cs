using System.Text;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Sonic;

/// <summary>One message of a history.</summary>
/// <param name="Speaker">Whose words they are.</param>
/// <param name="Text">The words.</param>
internal sealed record HistoryMessage(Speaker Speaker, string Text)
{
    /// <summary>The length on the wire, by which the model counts.</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(Text);

    public HistoryMessage And(string more) => this with { Text = $"{Text} {more}" };

    /// <summary>The last words, as many as fit.</summary>
    public HistoryMessage Within(int bytes)
    {
        var rest = Text.AsSpan();
        while (Encoding.UTF8.GetByteCount(rest) > bytes)
        {
            var space = rest.IndexOf(' ');
            rest = space >= 0 ? rest[(space + 1)..] : rest[FirstCharacter(rest)..];
        }

        return rest.Length == Text.Length ? this : this with { Text = rest.ToString() };
    }

    private static int FirstCharacter(ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out _, out var length);
        return length;
    }
}
