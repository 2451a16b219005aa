namespace SonicBridge.Fuzz.Mutation;

/// <summary>An input that is being made, in a buffer of the longest length.</summary>
internal sealed class Draft(int longest)
{
    private readonly byte[] _bytes = new byte[longest];

    public int Length { get; private set; }

    public Span<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>What may still be added.</summary>
    public int Room => longest - Length;

    public void Set(ReadOnlySpan<byte> content)
    {
        Length = Math.Min(content.Length, longest);
        content[..Length].CopyTo(_bytes);
    }

    public void Delete(int at, int count)
    {
        Bytes[(at + count)..].CopyTo(_bytes.AsSpan(at));
        Length -= count;
    }

    /// <summary>Puts content between two bytes, as far as there is room. It is not of this draft.</summary>
    public void Insert(int at, ReadOnlySpan<byte> content)
    {
        content = content[..Math.Min(content.Length, Room)];
        Bytes[at..].CopyTo(_bytes.AsSpan(at + content.Length));
        content.CopyTo(_bytes.AsSpan(at));
        Length += content.Length;
    }

    public void Overwrite(int at, ReadOnlySpan<byte> content) =>
        content[..Math.Min(content.Length, Length - at)].CopyTo(Bytes[at..]);

    public void Replace(int at, int count, ReadOnlySpan<byte> content)
    {
        Delete(at, count);
        Insert(at, content);
    }
}
