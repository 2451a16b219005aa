namespace SonicBridge.Local.S3;

/// <summary>A cyclic redundancy check, low bit first, starting from and ended with all ones.</summary>
internal sealed class ReflectedCrc
{
    private readonly ulong[] _table = new ulong[256];
    private readonly int _bytes;

    private ReflectedCrc(int bytes, ulong polynomial)
    {
        _bytes = bytes;
        for (var i = 0; i < _table.Length; i++)
        {
            var value = (ulong)i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ polynomial;
            }

            _table[i] = value;
        }
    }

    public static ReflectedCrc Crc32 { get; } = new(sizeof(uint), 0xEDB88320);
    public static ReflectedCrc Crc32C { get; } = new(sizeof(uint), 0x82F63B78);
    public static ReflectedCrc Crc64Nvme { get; } = new(sizeof(ulong), 0x9A6C9329AC4BC9B5);

    /// <returns>The check, big-endian.</returns>
    public byte[] HashData(ReadOnlySpan<byte> data)
    {
        var ones = ulong.MaxValue >> (64 - (_bytes * 8));
        var value = ones;
        foreach (var item in data)
        {
            value = _table[(byte)(value ^ item)] ^ (value >> 8);
        }

        value ^= ones;
        var hash = new byte[_bytes];
        for (var i = 0; i < _bytes; i++)
        {
            hash[i] = (byte)(value >> ((_bytes - 1 - i) * 8));
        }

        return hash;
    }
}
