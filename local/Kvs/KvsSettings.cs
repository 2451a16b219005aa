namespace SonicBridge.Local.Kvs;

/// <summary>How GetMedia behaves.</summary>
public sealed record KvsSettings
{
    /// <summary>After how long a response ends without a word: the life of the streaming token.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(45);

    /// <summary>How long a response stays open with nothing new to send. AWS publishes no figure.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a whole fragment takes to reach its readers.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.Zero;
}
