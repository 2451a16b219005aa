using System.Buffers;

namespace SonicBridge.Bridge.Sonic;

/// <summary>
/// One stream to the model, which lasts eight minutes at most. It is opened ahead of its time, and begins when it is told
/// what was said before.
/// </summary>
internal interface ISonicSession : IDisposable
{
    /// <summary>When the credentials end that it was opened with; null when they do not, or are not known yet.</summary>
    DateTimeOffset? CredentialsEnd { get; }

    /// <summary>Tells the model what was said, and opens the block that holds the caller's voice. To be called once.</summary>
    Task BeginAsync(ConversationHistory history, CancellationToken cancellationToken);

    /// <summary>Takes the caller's voice, once the session has begun; not completing holds the reader back.</summary>
    /// <param name="pcm">16-bit little-endian, 8 kHz, mono. Valid only until the returned task completes.</param>
    /// <returns>Bytes taken: all, unless the session has ended.</returns>
    ValueTask<long> WriteAsync(ReadOnlySequence<byte> pcm, CancellationToken cancellationToken);

    /// <summary>Says a text in the caller's stead, which the model answers. To be called once the session has begun.</summary>
    /// <returns>False when the session has ended.</returns>
    Task<bool> SayAsync(string text, CancellationToken cancellationToken);

    /// <summary>Tells the model what came of a tool that it asked for in this session.</summary>
    /// <param name="json">A JSON object.</param>
    /// <returns>False when the session has ended.</returns>
    Task<bool> AnswerToolAsync(string toolUseId, string json, CancellationToken cancellationToken);

    /// <summary>Reads the model's events until its stream ends, by itself or by <see cref="Abort"/>.</summary>
    /// <param name="handle">Takes one event at a time; the next is read when it is done.</param>
    Task<SonicEnd> ReadAsync(Func<SonicEvent, ValueTask> handle);

    /// <summary>Gives back what was taken of the caller's voice and has not left yet: it is for the next session.</summary>
    byte[] TakeUnsent();

    /// <summary>Says goodbye in good order; the model then ends its output.</summary>
    Task CloseAsync(CancellationToken cancellationToken);

    /// <summary>Breaks the stream off.</summary>
    void Abort();
}
