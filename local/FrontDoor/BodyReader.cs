using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.FrontDoor;

/// <summary>Reads a request's body whole, up to a limit.</summary>
internal static class BodyReader
{
    /// <summary>What is still taken in of a body that is too long, so that whoever sends it gets to hear so.</summary>
    public const int Overrun = 1024 * 1024;

    private const int FirstBuffer = 16 * 1024;
    private const int LargestFirst = 256 * 1024;

    /// <exception cref="AwsException">The body is longer than the limit.</exception>
    public static async Task<Memory<byte>> ReadAsync(HttpRequest request, int limit, AwsProtocol protocol)
    {
        if (request.ContentLength > limit)
        {
            throw TooLarge(limit, protocol);
        }

        var cancellationToken = request.HttpContext.RequestAborted;
        // What is announced need not come: the buffer grows with what is there.
        var buffer = new byte[Math.Min(request.ContentLength + 1 ?? FirstBuffer, LargestFirst)];
        var filled = 0;
        while (true)
        {
            var read = await ReadSomeAsync(request.Body, buffer.AsMemory(filled), cancellationToken);
            if (read == 0)
            {
                return buffer.AsMemory(0, filled);
            }

            filled += read;
            if (filled > limit)
            {
                throw TooLarge(limit, protocol);
            }

            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, (request.ContentLength ?? limit) + 1L));
            }
        }
    }

    private static async ValueTask<int> ReadSomeAsync(
        Stream body,
        Memory<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        // Kestrel throws its own exception for most faults, and this for a chunk's length that no number holds.
        catch (IOException e) when (e.GetType() == typeof(IOException) && !cancellationToken.IsCancellationRequested)
        {
            throw new AwsException("BadRequest", $"The request's body is not well-formed: {e.Message}");
        }
    }

    private static AwsException TooLarge(int limit, AwsProtocol protocol)
    {
        var message = $"The request's body exceeds the limit of {limit} bytes.";
        return protocol is AwsProtocol.RestXml
            ? new AwsException("EntityTooLarge", message)
            : new AwsException("RequestEntityTooLargeException", message, StatusCodes.Status413PayloadTooLarge);
    }
}
