using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.FrontDoor;

/// <summary>Reads a request's body whole, up to a limit.</summary>
internal static class BodyReader
{
    private const int FirstBuffer = 16 * 1024;

    /// <exception cref="AwsException">The body is longer than the limit.</exception>
    public static async Task<Memory<byte>> ReadAsync(HttpRequest request, int limit, AwsProtocol protocol)
    {
        if (request.ContentLength > limit)
        {
            throw TooLarge(limit, protocol);
        }

        var cancellationToken = request.HttpContext.RequestAborted;
        if (request.ContentLength is { } length)
        {
            var exact = new byte[length];
            await request.Body.ReadExactlyAsync(exact, cancellationToken);
            return exact;
        }

        var buffer = new byte[FirstBuffer];
        var filled = 0;
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.AsMemory(filled), cancellationToken);
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
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1L));
            }
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
