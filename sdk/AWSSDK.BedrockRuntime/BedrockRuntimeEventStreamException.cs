using System;
using Amazon.Runtime.EventStreams.Internal;

namespace Amazon.BedrockRuntime;

/// <summary>
/// An exception that came within a stream of events. Of one that the service sent, the message is the service's JSON
/// and the inner exception tells by its type which it is; of any other, the inner exception is the cause.
/// </summary>
public class BedrockRuntimeEventStreamException : EventStreamException
{
    public BedrockRuntimeEventStreamException() { }

    public BedrockRuntimeEventStreamException(string message)
        : base(message) { }

    public BedrockRuntimeEventStreamException(string message, Exception innerException)
        : base(message, innerException) { }
}
