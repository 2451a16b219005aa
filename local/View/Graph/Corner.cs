namespace SonicBridge.Local.View.Graph;

/// <summary>Where an arrow begins, turns or ends.</summary>
internal readonly record struct Corner(float X, float Y)
{
    public Corner MovedBy(float x, float y) => new(X + x, Y + y);
}
