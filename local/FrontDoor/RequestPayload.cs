using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.FrontDoor;

/// <summary>The body of a verified request, whole and free of transfer coding, left in <c>HttpContext.Features</c>.</summary>
/// <param name="Bytes">Owned by whoever reads them: the front door keeps no other reference.</param>
/// <param name="Trailers">What followed the body, such as <c>x-amz-checksum-crc32</c>.</param>
public sealed record RequestPayload(ReadOnlyMemory<byte> Bytes, IReadOnlyDictionary<string, string> Trailers)
{
    private static readonly Dictionary<string, string> NoTrailers = [];

    internal RequestPayload(ReadOnlyMemory<byte> bytes)
        : this(bytes, NoTrailers) { }

    internal Stream ToStream() =>
        MemoryMarshal.TryGetArray(Bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(Bytes.ToArray(), writable: false);

    /// <summary>The payload that the front door left.</summary>
    /// <exception cref="InvalidOperationException">The request is an event stream: its body is to be read as it comes.</exception>
    public static RequestPayload Of(HttpContext context) =>
        context.Features.Get<RequestPayload>()
        ?? throw new InvalidOperationException("The request is an event stream: read HttpContext.Request.Body.");
}
