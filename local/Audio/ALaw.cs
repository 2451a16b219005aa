namespace SonicBridge.Local.Audio;

/// <summary>G.711 A-law, µ-law's sister outside North America and Japan.</summary>
public static class ALaw
{
    private static readonly short[] Table = [.. Enumerable.Range(0, 256).Select(static code => Expand((byte)code))];

    /// <summary>The sample that a byte stands for.</summary>
    public static short Decode(byte code) => Table[code];

    private static short Expand(byte code)
    {
        // G.711 sends every other bit inverted.
        var bits = code ^ 0x55;
        var segment = (bits >> 4) & 7;
        var step = ((bits & 0x0F) << 4) + 8;
        var magnitude = segment == 0 ? step : (step + 0x100) << (segment - 1);
        return (short)((bits & 0x80) == 0 ? -magnitude : magnitude);
    }
}
