namespace SonicBridge.Local.View.Graph;

/// <summary>A stretch that an arrow runs across between two rows.</summary>
internal sealed class Track(string target, float from, float to)
{
    private const float Clearance = 6;

    /// <summary>How many tracks are above it.</summary>
    public int Depth { get; private set; }

    /// <summary>Where it is on the sheet, once the rows are settled.</summary>
    public float Y { get; set; }

    /// <summary>Puts the tracks of one gap below each other where they would run into each other.</summary>
    /// <returns>How many are below each other at most.</returns>
    public static int Stack(IReadOnlyList<Track> tracks)
    {
        var levels = new List<List<(float From, float To)>>();
        foreach (var shared in tracks.GroupBy(static track => track.Target, StringComparer.Ordinal))
        {
            var (from, to) = (shared.Min(static track => track.From), shared.Max(static track => track.To));
            var depth = levels.FindIndex(level => level.TrueForAll(other => IsClear(other, from, to)));
            if (depth < 0)
            {
                depth = levels.Count;
                levels.Add([]);
            }

            levels[depth].Add((from, to));
            foreach (var track in shared)
            {
                track.Depth = depth;
            }
        }

        return levels.Count;
    }

    private string Target => target;

    private float From => from;

    private float To => to;

    private static bool IsClear((float From, float To) other, float from, float to) =>
        to + Clearance < other.From || other.To + Clearance < from;
}
