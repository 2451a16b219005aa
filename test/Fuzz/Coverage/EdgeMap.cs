using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SharpFuzz.Common;

namespace SonicBridge.Fuzz.Coverage;

/// <summary>
/// Which edges of the instrumented code an input took, and how often, in AFL's manner: 64 KiB of counters, of which the
/// powers of two count as different.
/// </summary>
internal sealed unsafe class EdgeMap : IDisposable
{
    private const int Size = 1 << 16;

    private readonly byte* _hits = (byte*)NativeMemory.AlignedAlloc(Size, 64);
    private readonly byte[] _seen = new byte[Size];

    public EdgeMap() => Clear();

    /// <summary>Edges that any input took.</summary>
    public int Edges { get; private set; }

    /// <summary>Lets the instrumented code of this process count here.</summary>
    public void Attach() => Trace.SharedMem = _hits;

    /// <summary>Forgets what was counted, before the next input.</summary>
    public void Clear()
    {
        new Span<byte>(_hits, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Counts an edge, for code that is not instrumented.</summary>
    public void Hit(int edge) => _hits[edge & (Size - 1)]++;

    /// <summary>Adds what was counted to what was seen.</summary>
    /// <returns>Whether something of it is new.</returns>
    public bool TakeNews()
    {
        var news = false;
        for (var i = 0; i < Size; i += Vector256<byte>.Count)
        {
            if (Vector256.LoadAligned(_hits + i) == Vector256<byte>.Zero)
            {
                continue;
            }

            for (var j = i; j < i + Vector256<byte>.Count; j++)
            {
                var bucket = BucketOf(_hits[j]);
                if ((bucket & ~_seen[j]) != 0)
                {
                    Edges += _seen[j] == 0 ? 1 : 0;
                    _seen[j] |= bucket;
                    news = true;
                }
            }
        }

        return news;
    }

    public void Dispose()
    {
        if (Trace.SharedMem == _hits)
        {
            Trace.SharedMem = null;
        }

        NativeMemory.AlignedFree(_hits);
    }

    // 1, 2, 3, 4 to 7, 8 to 15, 16 to 31, 32 to 127, 128 and more: a bit for each.
    private static byte BucketOf(byte hits) =>
        hits switch
        {
            0 => 0,
            1 or 2 or 3 => (byte)(1 << (hits - 1)),
            >= 128 => 128,
            >= 32 => 64,
            _ => (byte)(1 << (BitOperations.Log2(hits) + 1)),
        };
}
