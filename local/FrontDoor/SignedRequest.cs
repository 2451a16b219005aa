namespace SonicBridge.Local.FrontDoor;

/// <summary>
/// The signature of a request that was found good, left in <c>HttpContext.Features</c>: the seed of the chain by which
/// each message of an event stream is signed.
/// </summary>
/// <param name="Signature">64 lower-case hexadecimal digits.</param>
/// <param name="Date">The request's <c>X-Amz-Date</c>, <c>yyyyMMddTHHmmssZ</c>.</param>
/// <param name="Scope">For what it is signed.</param>
/// <param name="PayloadHash">What stands for the body in the signature: a SHA-256 in hexadecimal or a name such as
/// <c>STREAMING-AWS4-HMAC-SHA256-EVENTS</c>.</param>
/// <param name="Client">Who signed it.</param>
public sealed record SignedRequest(
    string Signature,
    string Date,
    CredentialScope Scope,
    string PayloadHash,
    ClientKey Client
);
