using System.Buffers;
using System.Text;
using SonicBridge.Bridge.Kvs.Matroska;

namespace SonicBridge.Bridge.Tests.Kvs;

/// <summary>Feeds bytes to the parser in pieces and writes down what it reads.</summary>
internal static class ReadItems
{
    /// <param name="bytes">The stream.</param>
    /// <param name="cuts">Where one read of the stream ends and the next begins, rising.</param>
    /// <param name="limits">The default ones when null.</param>
    public static (List<string> Items, int Kept) InPieces(byte[] bytes, int[] cuts, MkvLimits? limits = null)
    {
        var items = new List<string>();
        var state = default(MkvState);
        var (consumed, kept) = (0, 0);
        foreach (var end in (int[])[.. cuts, bytes.Length])
        {
            var input = Segmented(bytes, consumed, cuts, end);
            while (MkvParser.TryRead(ref state, ref input, limits ?? new MkvLimits(), out var item))
            {
                items.Add(Line(item));
            }

            consumed = end - (int)input.Length;
            kept = Math.Max(kept, (int)input.Length);
        }

        return (items, kept);
    }

    public static List<string> Of(byte[] bytes) => InPieces(bytes, []).Items;

    private static string Line(in MkvItem item) =>
        $"{item.Kind} {item.Track} {item.Time} {Encoding.UTF8.GetString(item.Name)} {Convert.ToHexString(item.Value.ToArray())}";

    /// <summary>The bytes as a chain of segments, each its own array, as a pipe hands them out.</summary>
    private static ReadOnlySequence<byte> Segmented(byte[] bytes, int from, int[] cuts, int to)
    {
        Piece? first = null;
        Piece? last = null;
        var at = from;
        foreach (var end in (int[])[.. cuts.Where(cut => cut > from && cut < to), to])
        {
            last = new Piece(bytes.AsSpan(at, end - at).ToArray(), last);
            first ??= last;
            at = end;
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(byte[] bytes, Piece? previous)
        {
            Memory = bytes;
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }
    }
}
