using System.Buffers;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Kvs.Matroska;
using SonicBridge.Contracts;
using SonicBridge.Fuzz.Mutation;

namespace SonicBridge.Fuzz.Targets;

/// <summary>One reading of a stream, at once or as a network would bring it, and what came of it.</summary>
internal sealed class MkvReading
{
    private const int MostCuts = 40;

    private readonly List<int> _cuts = [];
    private bool _isOver;

    /// <summary>Kind, track, time, name and value of each item.</summary>
    public List<(MkvItemKind Kind, ulong Track, long Time, ulong Name, ulong Value)> Items { get; } = [];

    /// <summary>What the filter passed on.</summary>
    public List<(BlockPosition Position, ulong Pcm)> Voice { get; } = [];

    /// <summary>Why it was not read to its end.</summary>
    public string? Refusal { get; private set; }

    public long Offset { get; private set; }

    public bool MayEnd { get; private set; }

    /// <summary>Bytes that were left for the next read, at most.</summary>
    public long MostKept { get; private set; }

    /// <param name="chance">Where reads end; null to read at once.</param>
    public void Read(byte[] bytes, MkvLimits limits, ContactId contact, Chance? chance)
    {
        (Refusal, MostKept, _isOver) = (null, 0, false);
        Items.Clear();
        Voice.Clear();
        Cut(bytes.Length, chance);
        var state = default(MkvState);
        using var filter = new VoiceFilter(contact, null, holdEachFragment: bytes.Length % 2 == 0);
        try
        {
            var consumed = 0L;
            foreach (var end in _cuts)
            {
                var input = Sequence(bytes, (int)consumed, end);
                while (MkvParser.TryRead(ref state, ref input, limits, out var item))
                {
                    Take(filter, item);
                }

                consumed = end - input.Length;
                MostKept = Math.Max(MostKept, input.Length);
            }

            Pass(filter, _isOver ? Verdict.Nothing : filter.End(), default);
        }
        catch (InvalidMediaException e)
        {
            Refusal = e.Message;
        }

        (Offset, MayEnd) = (state.Offset, state.MayEnd);
    }

    private void Cut(int length, Chance? chance)
    {
        _cuts.Clear();
        _cuts.Add(length);
        if (chance is null || length == 0)
        {
            return;
        }

        // A row of single bytes somewhere, and some cuts anywhere.
        var row = chance.Below(length);
        for (var i = chance.Below(MostCuts); i > 0; i--)
        {
            _cuts.Add(chance.OneIn(2) ? Math.Min(row++, length) : chance.Below(length));
        }

        _cuts.Sort();
    }

    private void Take(VoiceFilter filter, in MkvItem item)
    {
        Items.Add((item.Kind, item.Track, item.Time, Digest(item.Name), Digest(item.Value)));
        if (!_isOver)
        {
            Pass(filter, filter.Take(item), item);
        }
    }

    private void Pass(VoiceFilter filter, Verdict verdict, in MkvItem item)
    {
        switch (verdict)
        {
            case Verdict.Pass:
                Voice.Add((filter.PositionOf(item), Digest(item.Value.Slice(0, item.Value.Length & ~1))));
                filter.Passed(item.Time);
                break;
            case Verdict.PassHeld:
                var held = filter.Held;
                var last = 0L;
                for (var i = 0; i < held.Count; i++)
                {
                    Voice.Add((held[i].Position, Chance.Of(held[i].Pcm.Span)));
                    last = held[i].Position.Time;
                }

                filter.Passed(last);
                break;
            case Verdict.AnotherContact:
                _isOver = true;
                break;
        }
    }

    private static ulong Digest(in ReadOnlySequence<byte> bytes) =>
        bytes.IsSingleSegment ? Chance.Of(bytes.FirstSpan) : Chance.Of(bytes.ToArray());

    /// <summary>What is not consumed yet, each read in a segment of its own, as a pipe hands it out.</summary>
    private ReadOnlySequence<byte> Sequence(byte[] bytes, int from, int to)
    {
        Segment? first = null;
        Segment? last = null;
        var at = from;
        foreach (var cut in _cuts)
        {
            if (cut > at && cut <= to)
            {
                last = new Segment(bytes.AsMemory(at, cut - at), last);
                first ??= last;
                at = cut;
            }
        }

        return first is null
            ? ReadOnlySequence<byte>.Empty
            : new ReadOnlySequence<byte>(first, 0, last!, last!.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> bytes, Segment? previous)
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
