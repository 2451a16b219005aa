namespace SonicBridge.Local.View.Graph;

/// <summary>The rows of a flow from top to bottom, and between them the room for arrows that run across.</summary>
internal sealed class Rows
{
    private const float Least = 26;
    private const float AboveTracks = 9;
    private const float BelowTracks = 15;
    private const float Step = 8;

    private readonly FlowOrder _order;
    private readonly float[] _heights;
    private readonly float[] _tops;
    private readonly List<Track>[] _tracks;

    public Rows(FlowOrder order, IReadOnlyDictionary<string, Block> blocks)
    {
        _order = order;
        var count = blocks.Keys.Max(order.Row) + 1;
        _heights = new float[count];
        _tops = new float[count];
        _tracks = [.. Enumerable.Range(0, count + 1).Select(static _ => new List<Track>())];
        foreach (var block in blocks.Values)
        {
            var row = order.Row(block.State.Name);
            _heights[row] = Math.Max(_heights[row], block.Height);
        }
    }

    public float Height { get; private set; }

    /// <summary>Room for an arrow above a row, or below the last; one to the same state may share it.</summary>
    public Track Reserve(int gap, float from, float to, string target)
    {
        var track = new Track(target, Math.Min(from, to), Math.Max(from, to));
        _tracks[gap].Add(track);
        return track;
    }

    /// <summary>Once every arrow has its room: where everything is.</summary>
    public void Settle()
    {
        float y = 0;
        for (var gap = 0; gap < _tracks.Length; gap++)
        {
            var levels = Track.Stack(_tracks[gap]);
            foreach (var track in _tracks[gap])
            {
                track.Y = y + AboveTracks + (track.Depth * Step);
            }

            var room = levels == 0 ? 0 : AboveTracks + ((levels - 1) * Step) + BelowTracks;
            y += gap == 0 || gap == _heights.Length ? room : Math.Max(Least, room);
            if (gap < _heights.Length)
            {
                _tops[gap] = y;
                y += _heights[gap];
            }
        }

        Height = y;
    }

    public Area AreaOf(Block block, float centre)
    {
        var row = _order.Row(block.State.Name);
        var top = _tops[row] + ((_heights[row] - block.Height) / 2);
        return new Area(centre - (block.Width / 2), top, block.Width, block.Height);
    }
}
