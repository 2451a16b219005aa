namespace SonicBridge.Local.Kvs;

/// <summary>GetMedia serves three readers of a stream at a time.</summary>
internal sealed class ConnectionSlots
{
    public const int Limit = 3;

    private int _taken;

    /// <returns>A place, to be given back; null when all are taken.</returns>
    public IDisposable? TryTake()
    {
        if (Interlocked.Increment(ref _taken) <= Limit)
        {
            return new Slot(this);
        }

        Interlocked.Decrement(ref _taken);
        return null;
    }

    private sealed class Slot(ConnectionSlots slots) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
            {
                Interlocked.Decrement(ref slots._taken);
            }
        }
    }
}
