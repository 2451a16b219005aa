namespace SonicBridge.Local.Sonic.EventStreams;

/// <summary>One message of AWS's event-stream encoding (<c>application/vnd.amazon.eventstream</c>).</summary>
/// <param name="Headers">By name, in order.</param>
/// <param name="Payload">What it carries.</param>
public sealed record EventMessage(IReadOnlyDictionary<string, EventHeader> Headers, ReadOnlyMemory<byte> Payload)
{
    /// <summary>A header's text, or null when it is absent or not a text.</summary>
    public string? Text(string name) => (Headers.GetValueOrDefault(name) as EventHeader.Text)?.Value;
}

/// <summary>The value of a header; of the ten types these are all that Bedrock's stream uses.</summary>
public abstract record EventHeader
{
    private EventHeader() { }

    /// <summary>Type 7: UTF-8.</summary>
    public sealed record Text(string Value) : EventHeader;

    /// <summary>Type 6.</summary>
    public sealed record Bytes(ReadOnlyMemory<byte> Value) : EventHeader;

    /// <summary>Type 8: milliseconds since 1970.</summary>
    public sealed record Timestamp(long Milliseconds) : EventHeader;
}

/// <summary>Bytes that are no event stream; the message says why.</summary>
public sealed class EventStreamException(string message) : Exception(message);
