using System.Diagnostics.CodeAnalysis;

namespace SonicBridge.Local.FrontDoor;

/// <summary>For what a signature is good: <c>{yyyyMMdd}/{region}/{service}/aws4_request</c>.</summary>
/// <param name="Date">The day, <c>yyyyMMdd</c>.</param>
/// <param name="Service">The signing name, by which the front door routes.</param>
public sealed record CredentialScope(string Date, string Region, string Service)
{
    private const string Terminator = "aws4_request";

    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>Reads <c>{access key}/{scope}</c>. An access key may hold slashes, so the scope is read from the end.</summary>
    internal static bool TryParse(
        string credential,
        [NotNullWhen(true)] out string? accessKeyId,
        [NotNullWhen(true)] out CredentialScope? scope
    )
    {
        (accessKeyId, scope) = (null, null);
        var parts = credential.Split('/');
        if (parts.Length < 5 || parts[^1] != Terminator || parts[^4].Length != 8)
        {
            return false;
        }

        accessKeyId = string.Join('/', parts[..^4]);
        scope = new CredentialScope(parts[^4], parts[^3], parts[^2]);
        return accessKeyId.Length > 0;
    }
}
