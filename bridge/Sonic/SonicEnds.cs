using System.Net;
using System.Text.Json;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams.Internal;

namespace SonicBridge.Bridge.Sonic;

/// <summary>Turns what the SDK throws, in the answer or within the stream, into a value.</summary>
internal static class SonicEnds
{
    // The texts differ in their numbers and prefixes from month to month, hence fragments of them.
    private const string IdleAudio = "Timed out waiting for audio bytes";
    private const string IdleInput = "Timed out waiting for input events";
    private const string ContentFilter = "blocked by our content filters";
    private const string NothingLeft = "No events to transform";

    /// <summary>Names the end that an exception stands for.</summary>
    /// <param name="closing">Whether the bridge had said goodbye before.</param>
    public static SonicEnd Of(Exception exception, bool closing)
    {
        // What arrives within the stream comes wrapped: BedrockRuntimeEventStreamException around the modelled one.
        var cause = exception is EventStreamException { InnerException: { } inner } ? inner : exception;
        var message = PayloadMessage(exception.Message) ?? cause.Message;
        var kind = KindOf(cause, message, closing);
        return kind == SonicEndKind.Closed
            ? new SonicEnd(kind, "The model closed the stream.")
            : new SonicEnd(kind, $"{Sentence(kind)} ({NameOf(cause)}: {message})");
    }

    // The SDK leaves the message of the modelled exception empty, and gives the wrapper the payload as its message.
    private static string? PayloadMessage(string payload)
    {
        if (!payload.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(payload);
            return json.RootElement.TryGetProperty("message", out var message) ? message.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SonicEndKind KindOf(Exception cause, string message, bool closing) =>
        cause switch
        {
            ModelTimeoutException => SonicEndKind.TimedOut,
            ThrottlingException or ServiceQuotaExceededException => SonicEndKind.Throttled,
            ValidationException => OfValidation(message, closing),
            AccessDeniedException or ResourceNotFoundException => SonicEndKind.Denied,
            AmazonServiceException when message.Contains(ContentFilter, StringComparison.OrdinalIgnoreCase) =>
                SonicEndKind.Blocked,
            AmazonServiceException { StatusCode: HttpStatusCode.Forbidden } => SonicEndKind.Denied,
            AmazonServiceException { InnerException: not (HttpRequestException or IOException) } =>
                SonicEndKind.Unavailable,
            _ => closing ? SonicEndKind.Closed : SonicEndKind.Disconnected,
        };

    private static SonicEndKind OfValidation(string message, bool closing)
    {
        // aws/aws-sdk-net issue 4094: what Bedrock answers to a stream that was ended in good order.
        if (closing && message.Contains(NothingLeft, StringComparison.OrdinalIgnoreCase))
        {
            return SonicEndKind.Closed;
        }

        if (message.Contains(ContentFilter, StringComparison.OrdinalIgnoreCase))
        {
            return SonicEndKind.Blocked;
        }

        var idle =
            message.Contains(IdleAudio, StringComparison.OrdinalIgnoreCase)
            || message.Contains(IdleInput, StringComparison.OrdinalIgnoreCase);
        return idle ? SonicEndKind.Idle : SonicEndKind.Invalid;
    }

    private static string Sentence(SonicEndKind kind) =>
        kind switch
        {
            SonicEndKind.TimedOut => "The model's connection timed out.",
            SonicEndKind.Idle => "The model waited too long for the caller's voice.",
            SonicEndKind.Blocked => "The model's content filter ended the conversation.",
            SonicEndKind.Throttled => "The model has no room: raise the quota of concurrent streams.",
            SonicEndKind.Invalid => "The model refused what it was sent.",
            SonicEndKind.Denied =>
                "The model may not be used: check NOVA_SONIC_MODEL_ID, AWS_REGION and that the task role allows bedrock:InvokeModel.",
            SonicEndKind.Unavailable => "The model failed.",
            SonicEndKind.Disconnected => "The connection to the model broke.",
            _ => "The model closed the stream.",
        };

    private static string NameOf(Exception cause) =>
        cause is AmazonServiceException { ErrorCode: { Length: > 0 } code } ? code : cause.GetType().Name;
}
