using SkiaSharp;

namespace SonicBridge.Bench.Pictures;

/// <summary>Lines over two axes.</summary>
internal sealed record Plot(string Title, Axis X, Axis Y, IReadOnlyList<Series> Lines);

/// <summary>One line of a plot.</summary>
/// <param name="Name">For the legend; null for a line that another one's name stands for.</param>
/// <param name="IsDashed">Whether it is drawn with gaps.</param>
/// <param name="IsMarked">Whether its points are shown.</param>
internal sealed record Series(
    string? Name,
    SKColor Colour,
    IReadOnlyList<(double X, double Y)> Points,
    bool IsDashed = false,
    bool IsMarked = false
)
{
    public static readonly SKColor Ours = new(0x25, 0x63, 0xeb);
    public static readonly SKColor Peer = new(0xd9, 0x77, 0x06);
    public static readonly SKColor Third = new(0x05, 0x96, 0x69);
    public static readonly SKColor Fourth = new(0x7c, 0x3a, 0xed);
    public static readonly SKColor Fifth = new(0xdc, 0x26, 0x26);
}
