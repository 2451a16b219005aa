namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What a function answered.</summary>
public class InvocationResponse
{
    public InvocationResponse(Stream outputStream)
        : this(outputStream, true) { }

    public InvocationResponse(Stream outputStream, bool disposeOutputStream)
    {
        ArgumentNullException.ThrowIfNull(outputStream);
        OutputStream = outputStream;
        DisposeOutputStream = disposeOutputStream;
    }

    public Stream OutputStream { get; set; }

    /// <summary>False when the next answer is to use the stream again.</summary>
    public bool DisposeOutputStream { get; private set; }
}
