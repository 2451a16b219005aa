namespace SonicBridge.Local.Processes;

/// <summary>Cuts a process's output into lines.</summary>
internal static class LineReader
{
    /// <summary>A line without an end is handed on in pieces of this length.</summary>
    private const int MaxLine = 64 * 1024;

    /// <param name="gate">Held while a line is handed on, so that two streams never do so at once.</param>
    public static async Task ReadAsync(StreamReader reader, Lock gate, Action<string> onLine)
    {
        var buffer = new char[MaxLine];
        var filled = 0;
        while (true)
        {
            var read = await reader.ReadAsync(buffer.AsMemory(filled));
            filled += read;
            var rest = HandOn(buffer.AsSpan(0, filled), ended: read == 0 || filled == MaxLine, gate, onLine);
            buffer.AsSpan(rest, filled - rest).CopyTo(buffer);
            filled -= rest;
            if (read == 0)
            {
                return;
            }
        }
    }

    /// <returns>How many characters were handed on.</returns>
    private static int HandOn(ReadOnlySpan<char> text, bool ended, Lock gate, Action<string> onLine)
    {
        var position = 0;
        while (text[position..].IndexOf('\n') is >= 0 and var length)
        {
            Line(text.Slice(position, length));
            position += length + 1;
        }

        if (ended && position < text.Length && (position == 0 || text.Length < MaxLine))
        {
            Line(text[position..]);
            position = text.Length;
        }

        return position;

        void Line(ReadOnlySpan<char> line)
        {
            lock (gate)
            {
                onLine(line.TrimEnd('\r').ToString());
            }
        }
    }
}
