namespace SonicBridge.Bridge.Kvs;

/// <summary>
/// How long to wait before each reconnect: longer each time until something new is read. GetMedia takes five calls a
/// second per stream and three connections at once.
/// </summary>
internal sealed class ReconnectPace
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ShortestAfterLimit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    private int _inVain;

    public void Succeeded() => _inVain = 0;

    /// <param name="limitReached">Whether the service said that too much was asked of it.</param>
    public TimeSpan Next(bool limitReached)
    {
        var delay = (limitReached ? ShortestAfterLimit : Shortest) * (1 << Math.Min(_inVain++, 5));
        // Up to a quarter more, so that calls that were cut together do not come back together.
        return (delay < Longest ? delay : Longest) * (1 + (Random.Shared.NextDouble() / 4));
    }
}
