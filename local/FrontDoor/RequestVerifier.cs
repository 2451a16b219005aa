using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace SonicBridge.Local.FrontDoor;

/// <summary>Checks a request's Signature Version 4 and its body against it.</summary>
internal sealed class RequestVerifier(FrontDoorOptions options, IssuedKeys issued, TimeProvider clock)
{
    private const string UnsignedPayload = "UNSIGNED-PAYLOAD";
    private const string UnsignedChunks = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private const string SignedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string SignedChunksAndTrailers = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private const string EventStream = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

    // The SHA-256 of nothing.
    private const string NoBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The one operation whose body is a live voice that nothing signs: Kinesis Video's PutMedia.</summary>
    internal const string PutMediaPath = "/putMedia";

    /// <summary>Leaves <see cref="SignedRequest"/> and, but for event streams, <see cref="RequestPayload"/> in the features.</summary>
    /// <exception cref="AwsException">Something is wrong with the signature or the body.</exception>
    public async Task VerifyAsync(HttpContext context, SignatureClaim claim, AwsProtocol protocol)
    {
        var request = context.Request;
        var isS3 = claim.Scope.Service == "s3";
        var client = CheckClaim(request, claim, protocol);

        string? declared = request.Headers["x-amz-content-sha256"];
        declared ??= claim.IsPresigned && isS3 ? UnsignedPayload : null;
        if (declared is null && isS3)
        {
            throw new AwsException("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
        }

        if (claim.Scope.Service == "kinesisvideo" && request.Path == PutMediaPath)
        {
            // Producers sign it as a request without a body.
            context.Features.Set(CheckSignature(request, claim, client, declared ?? NoBody, protocol));
            Unlimit(context.Features);
            return;
        }

        if (declared is EventStream || (declared is NoBody && OpensStream(request)))
        {
            context.Features.Set(CheckSignature(request, claim, client, declared, protocol));
            Unlimit(context.Features);
            return;
        }

        // With the hash declared, a bad signature is answered without taking in the body.
        var signed = declared is null ? null : CheckSignature(request, claim, client, declared, protocol);
        var body = await BodyReader.ReadAsync(request, options.MaxBodyBytes, protocol);
        signed ??= CheckSignature(
            request,
            claim,
            client,
            Convert.ToHexStringLower(SHA256.HashData(body.Span)),
            protocol
        );

        var payload = Open(body, signed, isS3, request);
        context.Features.Set(signed);
        context.Features.Set(payload);
        request.Body = payload.ToStream();
    }

    /// <summary>
    /// AWSSDK.Core 4.1 signs the request that opens an event stream as one without a body; its messages sign themselves.
    /// </summary>
    private static bool OpensStream(HttpRequest request) =>
        HttpProtocol.IsHttp2(request.Protocol) && request.ContentLength is null;

    /// <summary>A live voice may pause, and goes on for as long as it likes.</summary>
    private static void Unlimit(IFeatureCollection features)
    {
        if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }

    private ClientKey CheckClaim(HttpRequest request, SignatureClaim claim, AwsProtocol protocol)
    {
        var client =
            ClientOf(claim)
            ?? throw SignatureFault.UnknownKey.ToError(
                protocol,
                $"The access key does not exist here: set AWS_ACCESS_KEY_ID={LocalAccount.AccessKeyId}."
            );
        if (!string.Equals(claim.Scope.Region, client.Region, StringComparison.Ordinal))
        {
            throw SignatureFault.Malformed.ToError(
                protocol,
                $"The region '{claim.Scope.Region}' is wrong; expecting '{client.Region}': set AWS_REGION to it."
            );
        }

        CheckTime(claim, protocol);
        foreach (var header in request.Headers)
        {
            // AWS asks for host and each x-amz-* header to be signed.
            var name = header.Key.ToLowerInvariant();
            var needed = name == "host" || name.StartsWith("x-amz-", StringComparison.Ordinal);
            if (needed && !IsSigned(name, request, claim))
            {
                throw SignatureFault.UnsignedHeader.ToError(
                    protocol,
                    $"There were headers present in the request which were not signed: {name}."
                );
            }
        }

        return client;
    }

    private ClientKey? ClientOf(SignatureClaim claim) =>
        claim.AccessKeyId == LocalAccount.AccessKeyId ? ClientKey.Local
        : claim.AccessKeyId == options.GuestKey?.AccessKeyId ? options.GuestKey
        : issued.Find(claim.AccessKeyId);

    private static bool IsSigned(string name, HttpRequest request, SignatureClaim claim) =>
        claim.SignedHeaders.Contains(name, StringComparer.Ordinal)
        || (
            name == "host"
            && HttpProtocol.IsHttp2(request.Protocol)
            && claim.SignedHeaders.Contains(CanonicalRequest.Authority, StringComparer.Ordinal)
        );

    private void CheckTime(SignatureClaim claim, AwsProtocol protocol)
    {
        var now = clock.GetUtcNow();
        if (claim.SignedAt > now + options.MaxClockSkew)
        {
            throw SignatureFault.ClockSkew.ToError(protocol, $"Signature not yet current: signed at {claim.Date}.");
        }

        if (claim.Lifetime is { } lifetime)
        {
            if (now > claim.SignedAt + lifetime)
            {
                throw SignatureFault.Expired.ToError(protocol, "Request has expired");
            }
        }
        else if (claim.SignedAt < now - options.MaxClockSkew)
        {
            throw SignatureFault.ClockSkew.ToError(
                protocol,
                $"Signature expired: signed at {claim.Date}, more than {options.MaxClockSkew.TotalMinutes} minutes ago."
            );
        }
    }

    private static SignedRequest CheckSignature(
        HttpRequest request,
        SignatureClaim claim,
        ClientKey client,
        string payloadHash,
        AwsProtocol protocol
    )
    {
        var expected = SigningKey
            .Of(claim.Scope, client)
            .Sign(CanonicalRequest.StringToSign(request, claim, payloadHash));
        return SignatureText.AreEqual(expected, claim.Signature)
            ? new SignedRequest(expected, claim.Date, claim.Scope, payloadHash, client)
            : throw SignatureFault.Mismatch.ToError(
                protocol,
                "The request signature we calculated does not match the signature you provided: "
                    + $"{Secret(client)}, and sign what is sent."
            );
    }

    private static RequestPayload Open(Memory<byte> body, SignedRequest signed, bool isS3, HttpRequest request) =>
        signed.PayloadHash switch
        {
            UnsignedPayload when isS3 => new RequestPayload(body),
            UnsignedChunks when isS3 => Unchunk(body, null, withTrailers: true, request),
            SignedChunks when isS3 => Unchunk(body, Chain(signed), withTrailers: false, request),
            SignedChunksAndTrailers when isS3 => Unchunk(body, Chain(signed), withTrailers: true, request),
            { Length: 64 } hash => Matching(body, hash, isS3),
            _ => throw SignatureFault.PayloadNotSigned.ToError(
                isS3 ? AwsProtocol.RestXml : AwsProtocol.Json,
                $"x-amz-content-sha256 '{signed.PayloadHash}' is not accepted by {signed.Scope.Service}: "
                    + "give the SHA-256 of the body."
            ),
        };

    // Only the local account's secret is no secret.
    private static string Secret(ClientKey client) =>
        client == ClientKey.Local
            ? $"set AWS_SECRET_ACCESS_KEY={LocalAccount.SecretAccessKey}"
            : $"sign with the secret of {client.AccessKeyId}";

    private static ChunkChain Chain(SignedRequest signed) => new(SigningKey.Of(signed.Scope, signed.Client), signed);

    private static RequestPayload Matching(Memory<byte> body, string declared, bool isS3) =>
        SignatureText.AreEqual(Convert.ToHexStringLower(SHA256.HashData(body.Span)), declared)
            ? new RequestPayload(body)
            : throw SignatureFault.PayloadMismatch.ToError(
                isS3 ? AwsProtocol.RestXml : AwsProtocol.Json,
                "The provided 'x-amz-content-sha256' header does not match what was computed."
            );

    private static RequestPayload Unchunk(Memory<byte> body, ChunkChain? chain, bool withTrailers, HttpRequest request)
    {
        var trailers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var result = AwsChunked.Decode(body.Span, chain, withTrailers, trailers);
        return result.State switch
        {
            AwsChunked.State.BadSignature => throw SignatureFault.Mismatch.ToError(
                AwsProtocol.RestXml,
                "A chunk's signature does not match the chunk and the signature before it."
            ),
            AwsChunked.State.Broken => throw new AwsException(
                "IncompleteBody",
                "The body is not whole aws-chunked: each chunk needs its length in hexadecimal, its bytes and an end."
            ),
            _ when request.Headers["x-amz-decoded-content-length"] is [{ } length] && length != $"{result.Length}" =>
                throw new AwsException(
                    "IncompleteBody",
                    $"x-amz-decoded-content-length is {length} but {result.Length} bytes came."
                ),
            _ => new RequestPayload(body[..result.Length], trailers),
        };
    }
}
