using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.FrontDoor;

/// <summary>One AWS service behind the front door, found by the service name in a request's signature.</summary>
public interface IAwsService
{
    /// <summary>The name in the credential scope: <c>s3</c>, <c>states</c>, <c>ecs</c>, <c>lambda</c>, <c>bedrock</c>, <c>kinesisvideo</c>.</summary>
    string SigningName { get; }

    /// <summary>Answers one request whose signature was found good.</summary>
    Task HandleAsync(HttpContext context);
}
