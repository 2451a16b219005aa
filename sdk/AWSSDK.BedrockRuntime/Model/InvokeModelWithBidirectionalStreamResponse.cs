using System;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

/// <summary>
/// An open stream. After the publisher's last event the core only stops asking for more: it sends neither an empty
/// closing frame nor the end of the request, which stays open until this is disposed. Disposing resets a stream that
/// the model has not ended. So say goodbye in the model's own events, read until its side ends, and then dispose.
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
