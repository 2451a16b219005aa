namespace SonicBridge.Bridge.Conversation;

/// <summary>Another bridge has taken the call over: nothing of it may be written any more.</summary>
public sealed class SupersededException : Exception
{
    public SupersededException()
        : base("Another bridge has taken the call over.") { }

    public SupersededException(string message)
        : base(message) { }

    public SupersededException(string message, Exception innerException)
        : base(message, innerException) { }
}
