using SkiaSharp;

namespace SonicBridge.Local.View.Graph;

/// <summary>The colours of a box.</summary>
internal sealed record StateColours(SKColor Fill, SKColor Edge, SKColor Name, SKColor Fact)
{
    private static readonly SKColor s_ink = new(0x1f, 0x29, 0x37);
    private static readonly SKColor s_fact = new(0x4b, 0x55, 0x63);

    /// <summary>Of a state that was not reached.</summary>
    public static StateColours Unreached { get; } =
        new(new(0xf9, 0xfa, 0xfb), new(0xdd, 0xe1, 0xe7), new(0x9c, 0xa3, 0xaf), new(0x9c, 0xa3, 0xaf));

    public static StateColours Passed { get; } = new(new(0xd9, 0xf7, 0xe8), new(0x10, 0xa3, 0x72), s_ink, s_fact);

    public static StateColours Failed { get; } =
        new(new(0xfe, 0xe4, 0xe4), new(0xdc, 0x26, 0x26), s_ink, new(0x99, 0x1b, 0x1b));

    public static StateColours Stopped { get; } = new(new(0xfe, 0xf3, 0xc7), new(0xd9, 0x77, 0x06), s_ink, s_fact);

    public static StateColours Running { get; } = new(new(0xdb, 0xea, 0xfe), new(0x25, 0x63, 0xeb), s_ink, s_fact);

    /// <param name="end">How the last stay ended; null when there was none.</param>
    public static StateColours Of(StayEnd? end) =>
        end switch
        {
            StayEnd.Passed => Passed,
            StayEnd.Failed => Failed,
            StayEnd.Stopped => Stopped,
            StayEnd.Running => Running,
            _ => Unreached,
        };
}
