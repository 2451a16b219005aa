using System.Text;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using CsCheck;

namespace SonicBridge.Sdk.Tests.Aws;

public sealed class OutputStreamTests
{
    [Fact]
    public void Frames_are_read_however_the_bytes_arrive()
    {
        Gen.Select(Gen.String.Array[0, 6], Gen.Int[1, 40]).Sample(static (texts, step) => ReadAll(texts, step));
    }

    [Fact]
    public void Frames_are_read_byte_by_byte() => ReadAll(["", "a", new string('b', 700)], step: 1);

    [Fact]
    public async Task An_error_message_surfaces_with_its_code()
    {
        var headers = new Dictionary<string, object>
        {
            [":message-type"] = "error",
            [":error-code"] = 500,
            [":error-message"] = "it broke",
        };

        var error = await ErrorOf(new EventFrame(headers, []));

        var cause = error.InnerException.ShouldBeOfType<Amazon.Runtime.EventStreams.EventStreamErrorCodeException>();
        cause.ErrorCode.ShouldBe(500);
        cause.Message.ShouldContain("it broke");
    }

    [Fact]
    public async Task An_error_message_whose_code_is_text_surfaces_too()
    {
        var headers = new Dictionary<string, object>
        {
            [":message-type"] = "error",
            [":error-code"] = "InternalFailure",
        };

        (await ErrorOf(new EventFrame(headers, []))).InnerException.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_exception_type_that_is_unknown_ends_the_stream() =>
        (
            await ErrorOf(EventFrame.Exception("brandNewException", "{}"))
        ).InnerException.ShouldBeOfType<Amazon.Runtime.EventStreams.UnknownEventStreamException>();

    [Fact]
    public async Task A_flipped_bit_is_found_wherever_it_is()
    {
        var good = EventFrame.Chunk("hello").ToBytes();
        // The length's own bytes are covered by the prelude's checksum, so no position is left out.
        for (var at = 0; at < good.Length; at++)
        {
            var bad = good.ToArray();
            bad[at] ^= 1;
            using var output = new InvokeModelWithBidirectionalStreamOutput(new MemoryStream(bad));

            await Should.ThrowAsync<BedrockRuntimeEventStreamException>(async () =>
            {
                await foreach (var _ in output.WithCancellation(TestContext.Current.CancellationToken)) { }
            });
        }
    }

    private static void ReadAll(string[] texts, int step)
    {
        var bytes = texts.SelectMany(text => EventFrame.Chunk(text).ToBytes()).ToArray();
        using var output = new InvokeModelWithBidirectionalStreamOutput(new MemoryStream(bytes)) { BufferSize = step };

        output
            .AsEnumerable()
            .Select(e => Encoding.UTF8.GetString(((BidirectionalOutputPayloadPart)e).Bytes.ToArray()))
            .ShouldBe(texts.Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))));
    }

    private static async Task<BedrockRuntimeEventStreamException> ErrorOf(EventFrame frame)
    {
        using var output = new InvokeModelWithBidirectionalStreamOutput(new MemoryStream(frame.ToBytes()));
        return await Should.ThrowAsync<BedrockRuntimeEventStreamException>(async () =>
        {
            await foreach (var _ in output.WithCancellation(TestContext.Current.CancellationToken)) { }
        });
    }
}
