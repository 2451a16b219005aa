using System;
using System.Threading.Tasks;

namespace Amazon.BedrockRuntime.Model;

/// <summary>A model to speak with, and where the events for it come from.</summary>
public partial class InvokeModelWithBidirectionalStreamRequest : AmazonBedrockRuntimeRequest
{
    /// <summary>
    /// Asked for one event after the other: a task that is not yet complete means that there is none yet, null that
    /// there will be no more. The first event should be there at once, since .NET lets the headers of an HTTP/2 request
    /// wait for it. Whoever cancels the call or disposes its response must let a task that waits complete, or the stream
    /// stays open. No such call is retried.
    /// </summary>
    public Func<Task<IInvokeModelWithBidirectionalStreamInputEvent>> BodyPublisher { get; set; }

    /// <summary>The model's id or ARN.</summary>
    public string ModelId { get; set; }
}
