using System;
using System.Threading.Tasks;

namespace Amazon.BedrockRuntime.Model;

/// <summary>A model to speak with, and where the events for it come from.</summary>
public partial class InvokeModelWithBidirectionalStreamRequest : AmazonBedrockRuntimeRequest
{
    /// <summary>
    /// Asked for one event after the other: a task that is not yet complete means that there is none yet, null that
    /// there will be no more.
    /// </summary>
    public Func<Task<IInvokeModelWithBidirectionalStreamInputEvent>> BodyPublisher { get; set; }

    /// <summary>The model's id or ARN.</summary>
    public string ModelId { get; set; }
}
