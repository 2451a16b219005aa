namespace SonicBridge.Local.View.Graph;

/// <summary>A rectangle of the sheet, in its pixels.</summary>
internal readonly record struct Area(float Left, float Top, float Width, float Height)
{
    public float Right => Left + Width;

    public float Bottom => Top + Height;

    public float CentreX => Left + (Width / 2);

    public Area MovedBy(float x, float y) => this with { Left = Left + x, Top = Top + y };

    public bool Overlaps(Area other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(Area other) =>
        Left <= other.Left && Top <= other.Top && Right >= other.Right && Bottom >= other.Bottom;
}
