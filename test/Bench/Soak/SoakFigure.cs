namespace SonicBridge.Bench.Soak;

/// <summary>Something that must not grow.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Unit">Behind its values.</param>
/// <param name="MostGrowth">By how much its line may rise over a run: what a garbage collector and a pool leave to chance.</param>
internal sealed record SoakFigure(string Name, string Unit, double MostGrowth)
{
    public static SoakFigure Rss { get; } = new("memory, RSS", "MiB", 3);

    public static SoakFigure Heap { get; } = new("managed heap after a full collection", "MiB", 1);

    public static SoakFigure Handles { get; } = new("open files and sockets", "", 4);

    public static SoakFigure Threads { get; } = new("threads", "", 3);
}
