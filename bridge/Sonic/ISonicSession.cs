using SonicBridge.Bridge.Kvs;

namespace SonicBridge.Bridge.Sonic;

/// <summary>A conversation's stream to the model, as the conversation sees it.</summary>
internal interface ISonicSession : IVoiceSink, IDisposable
{
    /// <summary>Reads the model's events until its stream ends, by itself or by <see cref="Abort"/>.</summary>
    /// <param name="handle">Takes one event at a time; the next is read when it is done.</param>
    Task<SonicEnd> ReadAsync(Func<SonicEvent, ValueTask> handle);

    /// <summary>Says goodbye in good order; the model then ends its output.</summary>
    Task CloseAsync(CancellationToken cancellationToken);

    /// <summary>Breaks the stream off.</summary>
    void Abort();
}
