using System.Buffers;
using System.Text;

namespace SonicBridge.Bridge.Kvs.Matroska;

/// <summary>Compares texts where they lie.</summary>
internal static class SequenceText
{
    public static bool Is(this in ReadOnlySequence<byte> text, ReadOnlySpan<byte> expected)
    {
        if (text.Length != expected.Length)
        {
            return false;
        }

        foreach (var memory in text)
        {
            if (!expected.StartsWith(memory.Span))
            {
                return false;
            }

            expected = expected[memory.Length..];
        }

        return true;
    }

    public static bool IsIgnoringCase(this in ReadOnlySequence<byte> text, ReadOnlySpan<byte> expected)
    {
        if (text.Length != expected.Length)
        {
            return false;
        }

        foreach (var memory in text)
        {
            if (!Ascii.EqualsIgnoreCase(memory.Span, expected[..memory.Length]))
            {
                return false;
            }

            expected = expected[memory.Length..];
        }

        return true;
    }
}
