using System.IO;

namespace Amazon.BedrockRuntime.Model;

/// <summary>One event for the model, in the model's own JSON.</summary>
public partial class BidirectionalInputPayloadPart : IInvokeModelWithBidirectionalStreamInputEvent
{
    /// <summary>The event, UTF-8. All of it is sent, wherever the stream's position is.</summary>
    public MemoryStream Bytes { get; set; }
}
