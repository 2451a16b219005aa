namespace SonicBridge.Local.View.Timeline;

/// <summary>Something that happened, as a bar of a lane with its label; in pixels of the sheet.</summary>
internal sealed record Bar(float From, float To, string Label, float LabelFrom, float LabelTo)
{
    private const float Gap = 5;

    /// <summary>The lane's row that it is in; 0 for the first.</summary>
    public int Row { get; init; }

    private float Left => Math.Min(From, LabelFrom);

    private float Right => Math.Max(To, LabelTo);

    /// <summary>Whether both can be in one row.</summary>
    public bool ClearsOf(Bar other) => Right + Gap <= other.Left || other.Right + Gap <= Left;
}
