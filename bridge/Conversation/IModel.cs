using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

/// <summary>The model, as a call sees it: one conversation without end. It takes the caller's voice.</summary>
internal interface IModel : IVoiceSink, IDisposable
{
    /// <summary>When the caller's voice was last loud, if it ever was: long before the model has written down his words.</summary>
    DateTimeOffset? CallerSpokeAt { get; }

    /// <summary>Whether the block of the caller's voice that was taken last is loud.</summary>
    bool IsCallerLoud { get; }

    /// <summary>Reads the model's events until it can go on no longer, or was told to stop.</summary>
    /// <param name="handle">Takes one event at a time; the next is read when it is done.</param>
    /// <param name="recall">Tells what was said so far. It is asked whenever the model has to be told.</param>
    Task<SonicEnd> ReadAsync(Func<SonicEvent, ValueTask> handle, Func<Task<Recollection>> recall);

    /// <summary>Says a text in the caller's stead, which the model answers. Said as soon as it can be.</summary>
    void Say(string text);

    /// <summary>
    /// Tells the model what came of a tool. A session that has taken over from the one that asked knows nothing of the
    /// request: it is told in words.
    /// </summary>
    /// <param name="json">A JSON object.</param>
    void AnswerTool(SonicEvent.ToolUse use, string json);

    /// <summary>Says goodbye in good order; the events then end.</summary>
    void Close();

    /// <summary>Breaks off.</summary>
    void Abort();
}
