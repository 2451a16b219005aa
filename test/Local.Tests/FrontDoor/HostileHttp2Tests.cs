using System.Net;
using System.Text;
using SonicBridge.Local.FrontDoor;
using static SonicBridge.Local.Tests.FrontDoor.Http2Line;

namespace SonicBridge.Local.Tests.FrontDoor;

/// <summary>What no client of AWS sends, on the door's port for HTTP/2, while a call goes on next door.</summary>
public sealed class HostileHttp2Tests
{
    // RFC 9113, section 7.
    private const uint ProtocolError = 1;
    private const uint FlowControlError = 3;
    private const uint FrameSizeError = 6;
    private const uint RefusedStream = 7;
    private const uint CompressionError = 9;
    private const uint EnhanceYourCalm = 11;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[], uint> BrokenFrames =>
        new()
        {
            { "data of no stream", Frame(Data, 0, 0, [1]), ProtocolError },
            { "a frame that is too long", [0x7F, 0xFF, 0xFF, Data, 0, 0, 0, 0, 1], FrameSizeError },
            { "a ping of seven bytes", Frame(Ping, 0, 0, new byte[7]), FrameSizeError },
            { "settings of five bytes", Frame(Settings, 0, 0, new byte[5]), FrameSizeError },
            { "a window that overflows", Frame(WindowUpdate, 0, 0, [0x7F, 0xFF, 0xFF, 0xFF]), FlowControlError },
            { "a window that grows by nothing", Frame(WindowUpdate, 0, 0, [0, 0, 0, 0]), ProtocolError },
            {
                "a header that no table has",
                Frame(Headers, EndHeaders | EndStream, 1, [0xFF, 0xFF, 0xFF, 0x7F]),
                CompressionError
            },
            { "a continuation of nothing", Frame(Continuation, EndHeaders, 1, UnsignedFields), ProtocolError },
            { "a stream of an even number", Frame(Headers, EndHeaders | EndStream, 2, UnsignedFields), ProtocolError },
        };

    [Theory]
    [MemberData(nameof(BrokenFrames))]
    public async Task Frame_that_breaks_the_protocol_ends_its_connection(string what, byte[] frame, uint error)
    {
        await using var next = await NextDoor.WithAsync(new FrontDoorOptions());
        using var line = await OpenAsync(next.Door.Http2);

        await line.SendAsync(frame);

        (await line.EndAsync()).ShouldBe(error, what);
        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Streams_beyond_the_limit_are_refused()
    {
        var options = new FrontDoorOptions { MaxStreams = 3 };
        await using var next = await NextDoor.WithAsync(
            options,
            new ServiceOf(
                "bedrock",
                static context => context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted)
            )
        );
        using var line = await OpenAsync(next.Door.Http2);
        using var signed = new HandSigner { Service = "bedrock" }.Sign(
            next.Door.Http2,
            [],
            "STREAMING-AWS4-HMAC-SHA256-EVENTS"
        );

        // Each is a voice that goes on.
        foreach (var stream in new[] { 1, 3, 5, 7 })
        {
            await line.SendAsync(Frame(Headers, EndHeaders, stream, Fields(signed)));
        }

        (await line.ResetAsync(7)).ShouldBe(RefusedStream);
        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Streams_that_are_reset_as_fast_as_they_are_opened_end_the_connection()
    {
        await using var next = await NextDoor.WithAsync(
            new FrontDoorOptions(),
            new ServiceOf("bedrock", static context => Task.Delay(Timeout.Infinite, CancellationToken.None))
        );
        using var line = await OpenAsync(next.Door.Http2);
        using var signed = new HandSigner { Service = "bedrock" }.Sign(
            next.Door.Http2,
            [],
            "STREAMING-AWS4-HMAC-SHA256-EVENTS"
        );
        var fields = Fields(signed);
        var end = line.EndAsync();

        var (stream, goesOn) = (1, true);
        for (; goesOn && !end.IsCompleted && stream < 100_000; stream += 2)
        {
            goesOn = await line.SendAsync([
                .. Frame(Headers, EndHeaders, stream, fields),
                .. Frame(RstStream, 0, stream, [0, 0, 0, 8]),
            ]);
        }

        stream.ShouldBeLessThan(100_000);
        // Who is still talking when the line is cut may not hear why.
        (await end).ShouldBeOneOf(EnhanceYourCalm, null);
        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Resets_of_somebody_unknown_leave_the_calls_alone()
    {
        await using var next = await NextDoor.WithAsync(new FrontDoorOptions());
        using var line = await OpenAsync(next.Door.Http2);
        var end = line.EndAsync();

        for (var stream = 1; !end.IsCompleted && stream < 40_000; stream += 2)
        {
            await line.SendAsync([
                .. Frame(Headers, EndHeaders, stream, UnsignedFields),
                .. Frame(RstStream, 0, stream, [0, 0, 0, 8]),
            ]);
        }

        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Header_section_without_an_end_is_cut_off()
    {
        await using var next = await NextDoor.WithAsync(new FrontDoorOptions());
        using var line = await OpenAsync(next.Door.Http2);
        var flood = Fields(("x-flood", new string('x', 10_000)));

        await line.SendAsync(Frame(Headers, 0, 1, UnsignedFields));
        var goesOn = true;
        for (var i = 0; goesOn && i < 10_000; i++)
        {
            goesOn = await line.SendAsync(Frame(Continuation, 0, 1, flood));
        }

        goesOn.ShouldBeFalse();
        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Header_section_that_unfolds_from_a_table_is_refused()
    {
        await using var next = await NextDoor.WithAsync(new FrontDoorOptions());
        using var line = await OpenAsync(next.Door.Http2);
        // One field of 4,000 bytes enters the table; each byte after it stands for all of them.
        using var bomb = new MemoryStream();
        bomb.Write(UnsignedFields);
        bomb.WriteByte(0x40);
        bomb.Write(Fields(("x-bomb", new string('x', 3900))).AsSpan(1));
        bomb.Write(Enumerable.Repeat((byte)0xBE, 90).ToArray());

        await line.SendAsync(Frame(Headers, EndHeaders | EndStream, 1, bomb.ToArray()));

        // And the line is ended, whether that was or not.
        await line.SendAsync(Frame(Data, 0, 0, [1]));
        // 403 would mean that it was taken in and looked at.
        if (await line.ReadUntilAsync(Headers, stream: 1) is { } answer)
        {
            Encoding.Latin1.GetString(answer.Payload).ShouldContain("431");
        }

        await next.ShouldGoOnAsync();
    }

    [Theory]
    [InlineData(Ping, 8)]
    [InlineData(Settings, 0)]
    public async Task Flood_that_wants_answers_and_reads_none_is_not_listened_to_for_long(byte type, int length)
    {
        // More than all buffers on the way hold.
        const long most = 256L * 1024 * 1024;
        const int enough = 200;
        await using var next = await NextDoor.WithAsync(new FrontDoorOptions());
        using var line = await OpenAsync(next.Door.Http2, receiveBuffer: 4096);
        var flood = Enumerable.Repeat(Frame(type, 0, 0, new byte[length]), 1000).SelectMany(frame => frame).ToArray();

        // The line is full for so long that many words go through the calls next door: nobody empties it.
        var (sent, full) = (0L, 0);
        while (full < enough && sent < most)
        {
            var taken = line.Offer(flood.AsSpan((int)(sent % flood.Length)));
            sent += taken;
            full = taken == 0 ? full + 1 : 0;
            if (taken == 0)
            {
                await next.ShouldGoOnAsync();
            }
        }

        full.ShouldBe(enough);
    }

    [Fact]
    public async Task Body_of_another_length_than_announced_ends_its_stream()
    {
        await using var next = await NextDoor.WithAsync(
            new FrontDoorOptions(),
            new ServiceOf("s3", static _ => Task.CompletedTask)
        );
        using var line = await OpenAsync(next.Door.Http2);
        using var signed = new HandSigner { Service = "s3" }.Sign(next.Door.Http2, new byte[1000]);

        await line.SendAsync(Frame(Headers, EndHeaders, 1, [.. Fields(signed), .. Fields(("content-length", "1000"))]));
        await line.SendAsync(Frame(Data, EndStream, 1, new byte[10]));

        (await line.ResetAsync(1)).ShouldBe(ProtocolError);
        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task HTTP_1_on_the_port_for_HTTP_2_is_refused()
    {
        await using var next = await NextDoor.WithAsync(new FrontDoorOptions());
        using var client = new HttpClient();

        using var answer = await client.GetAsync(next.Door.Http2, Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await next.ShouldGoOnAsync();
    }
}
