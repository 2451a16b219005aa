using System.IO;
using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

/// <summary>One event from the model, in the model's own JSON.</summary>
public partial class BidirectionalOutputPayloadPart : IEventStreamEvent
{
    /// <summary>The event, UTF-8; its buffer may be had by TryGetBuffer without a copy.</summary>
    public MemoryStream Bytes { get; set; }
}
