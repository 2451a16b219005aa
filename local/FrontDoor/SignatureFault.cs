using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.FrontDoor;

/// <summary>What can be wrong with a request's signature.</summary>
internal enum SignatureFault
{
    Missing,
    Malformed,
    UnknownKey,
    ClockSkew,
    Expired,
    Mismatch,
    UnsignedHeader,
    PayloadMismatch,
    PayloadNotSigned,
}

/// <summary>The names that S3 and the other services give to faults of a signature.</summary>
internal static class SignatureFaults
{
    public static AwsException ToError(this SignatureFault fault, AwsProtocol protocol, string message)
    {
        var (code, status) = protocol is AwsProtocol.RestXml ? OfS3(fault) : OfOthers(fault);
        return new AwsException(code, message, status);
    }

    private static (string Code, int Status) OfS3(SignatureFault fault) =>
        fault switch
        {
            SignatureFault.Malformed => ("AuthorizationHeaderMalformed", StatusCodes.Status400BadRequest),
            SignatureFault.UnknownKey => ("InvalidAccessKeyId", StatusCodes.Status403Forbidden),
            SignatureFault.ClockSkew => ("RequestTimeTooSkewed", StatusCodes.Status403Forbidden),
            SignatureFault.Mismatch => ("SignatureDoesNotMatch", StatusCodes.Status403Forbidden),
            SignatureFault.PayloadMismatch => ("XAmzContentSHA256Mismatch", StatusCodes.Status400BadRequest),
            SignatureFault.PayloadNotSigned => ("InvalidRequest", StatusCodes.Status400BadRequest),
            _ => ("AccessDenied", StatusCodes.Status403Forbidden),
        };

    private static (string Code, int Status) OfOthers(SignatureFault fault) =>
        fault switch
        {
            SignatureFault.Missing => ("MissingAuthenticationTokenException", StatusCodes.Status403Forbidden),
            SignatureFault.Malformed => ("IncompleteSignatureException", StatusCodes.Status400BadRequest),
            SignatureFault.UnknownKey => ("UnrecognizedClientException", StatusCodes.Status403Forbidden),
            _ => ("InvalidSignatureException", StatusCodes.Status403Forbidden),
        };
}
