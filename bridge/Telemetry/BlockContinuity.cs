using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Telemetry;

/// <summary>Counts what the caller's stream lacks: Connect dates each block, and each begins where the one before ended.</summary>
internal sealed class BlockContinuity
{
    private const int BytesPerMillisecond = SonicSettings.TelephoneHertz * 2 / 1000;

    // Half a block: Connect rounds its dates to milliseconds.
    private const int Tolerance = 32;

    private long? _expected;

    /// <summary>Takes the next block.</summary>
    /// <returns>How many blocks of its length are missing before it.</returns>
    public long Take(BlockPosition position, long bytes)
    {
        var length = Math.Max(1, bytes / BytesPerMillisecond);
        var missing = position.Time - (_expected ?? position.Time);
        _expected = position.Time + length;
        return missing >= Tolerance ? Math.Max(1, (missing + length / 2) / length) : 0;
    }
}
