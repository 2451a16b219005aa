using System;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

/// <summary>
/// An open stream. The request's side of it ends when this is disposed, and no sooner: after the publisher's last event
/// the core only stops asking for more.
/// </summary>
public partial class InvokeModelWithBidirectionalStreamResponse
    : AmazonWebServiceResponse,
        IEventInputStreamContextOwner,
        IDisposable
{
    private EventInputStreamContext requestStream;
    private bool disposed;

    /// <summary>The events that the model answers with.</summary>
    public InvokeModelWithBidirectionalStreamOutput Body { get; set; }

    void IEventInputStreamContextOwner.SetEventInputStreamContext(EventInputStreamContext context) =>
        requestStream = context;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !disposed)
        {
            requestStream?.Dispose();
            requestStream = null;
            Body?.Dispose();
            Body = null;
        }

        disposed = true;
    }
}
