using System.Net;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Sonic;

public sealed class SonicEndsTests
{
    private const string NothingLeft = "No events to transform were found.";

    [Theory]
    [InlineData(
        "Timed out waiting for audio bytes or interactive content. Please ensure gaps are less than 55 seconds",
        nameof(SonicEndKind.Idle)
    )]
    [InlineData(
        "InternalErrorCode=532::RST_STREAM closed stream: Timed out waiting for audio bytes, 295 seconds",
        nameof(SonicEndKind.Idle)
    )]
    [InlineData("Timed out waiting for input events", nameof(SonicEndKind.Idle))]
    [InlineData("This request has been blocked by our content filters.", nameof(SonicEndKind.Blocked))]
    [InlineData("Chat history is over max limit", nameof(SonicEndKind.Invalid))]
    [InlineData(NothingLeft, nameof(SonicEndKind.Invalid))]
    public void Refusals_are_told_apart_by_what_they_say(string message, string expected) =>
        SonicEnds.Of(InStream(new ValidationException(message)), closing: false).Kind.ToString().ShouldBe(expected);

    [Fact]
    public void Refusal_of_an_empty_rest_is_no_error_after_the_goodbye() =>
        SonicEnds.Of(InStream(new ValidationException(NothingLeft)), closing: true).Kind.ShouldBe(SonicEndKind.Closed);

    [Fact]
    public void Broken_connection_is_no_error_after_the_goodbye()
    {
        SonicEnds.Of(new IOException("reset"), closing: false).Kind.ShouldBe(SonicEndKind.Disconnected);
        SonicEnds.Of(new IOException("reset"), closing: true).Kind.ShouldBe(SonicEndKind.Closed);
    }

    [Fact]
    public void Modelled_errors_have_a_kind_each()
    {
        Kind(new ModelTimeoutException("Model has timed out")).ShouldBe(SonicEndKind.TimedOut);
        Kind(new ThrottlingException("slow down")).ShouldBe(SonicEndKind.Throttled);
        Kind(new ServiceQuotaExceededException("no more")).ShouldBe(SonicEndKind.Throttled);
        Kind(new AccessDeniedException("no")).ShouldBe(SonicEndKind.Denied);
        Kind(new ResourceNotFoundException("none")).ShouldBe(SonicEndKind.Denied);
        Kind(new ModelStreamErrorException("broke")).ShouldBe(SonicEndKind.Unavailable);
        Kind(new InternalServerException("broke")).ShouldBe(SonicEndKind.Unavailable);
        Kind(new ServiceUnavailableException("later")).ShouldBe(SonicEndKind.Unavailable);
    }

    [Fact]
    public void Refused_signature_says_what_to_look_at()
    {
        var end = SonicEnds.Of(
            new AmazonServiceException(
                "no",
                ErrorType.Sender,
                "InvalidSignatureException",
                "id",
                HttpStatusCode.Forbidden
            ),
            closing: false
        );
        end.Kind.ShouldBe(SonicEndKind.Denied);
        end.Detail.ShouldContain("InvalidSignatureException");
        end.Detail.ShouldContain("bedrock:InvokeModel");
    }

    private static SonicEndKind Kind(Exception exception) => SonicEnds.Of(InStream(exception), closing: false).Kind;

    // As the SDK wraps them: the payload is the wrapper's message.
    private static BedrockRuntimeEventStreamException InStream(Exception modelled) =>
        new($"{{\"message\":\"{modelled.Message}\"}}", modelled);
}
