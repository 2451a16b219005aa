using System;
using System.IO;
using Amazon.Runtime;

namespace Amazon.KinesisVideoMedia.Model;

/// <summary>
/// A stream's media. Whoever asked for it disposes it, which frees the connection; .NET tries to drain it for two seconds
/// before, unless a read of the payload is cancelled first.
/// </summary>
public partial class GetMediaResponse : AmazonWebServiceResponse, IDisposable
{
    private bool disposed;

    public string ContentType { get; set; }

    /// <summary>The media as it arrives; it ends when the service ends it.</summary>
    public Stream Payload { get; set; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !disposed)
        {
            Payload?.Dispose();
            Payload = null;
        }

        disposed = true;
    }
}
