using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.FrontDoor;

/// <summary>An error that a service answers with. The front door writes it in the format of the service's protocol.</summary>
/// <param name="code">The error's name on the wire, such as <c>NoSuchKey</c>.</param>
/// <param name="message">A sentence for the caller.</param>
/// <param name="status">The HTTP status.</param>
public sealed class AwsException(string code, string message, int status = StatusCodes.Status400BadRequest)
    : Exception(message)
{
    public string Code { get; } = code;
    public int Status { get; } = status;

    /// <summary>What the error's shape has besides a message; written where the protocol is JSON.</summary>
    public JsonObject? Details { get; init; }
}
