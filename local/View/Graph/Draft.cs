namespace SonicBridge.Local.View.Graph;

/// <summary>An arrow while the rows are not settled yet: how far across its corners are, and how to learn how far down.</summary>
internal sealed class Draft
{
    private readonly List<(float X, Func<float> Y)> _corners = [];

    public Draft To(float x, Func<float> y)
    {
        _corners.Add((x, y));
        return this;
    }

    public float X => _corners[^1].X;

    public IReadOnlyList<Corner> Corners() => [.. _corners.Select(static corner => new Corner(corner.X, corner.Y()))];
}
