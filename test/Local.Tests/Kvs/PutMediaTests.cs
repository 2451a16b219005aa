using System.Net;
using System.Text.Json.Nodes;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.Kvs;

public sealed class PutMediaTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_producer_puts_a_reader_gets_with_the_producers_own_tags()
    {
        await using var call = await AStream.Start();
        call.Speak(16 * 3);
        var sent = call.Run.Stream.Fragments.SelectMany(AsProduced).ToArray();
        var arn = await CreateAsync(call, "canary");

        using var response = await PutAsync(call, arn, new ByteArrayContent(sent), "ABSOLUTE");
        var acknowledged = await AcknowledgementsAsync(response);

        acknowledged
            .Select(static line => (string)line["EventType"]!)
            .ShouldBe(Enumerable.Repeat((string[])["BUFFERING", "RECEIVED", "PERSISTED"], 3).SelectMany(static s => s));
        using var media = await call.Post(
            "/getMedia",
            $$"""{"StreamARN":"{{arn}}","StartSelector":{"StartSelectorType":"EARLIEST"} }"""
        );
        var read = MkvWalk.Read(await media.Content.ReadAsByteArrayAsync(Cancellation));
        var expected = await call.Read("""{"StartSelectorType":"EARLIEST"}""");
        read.Select(Audio).ShouldBe(expected.Select(Audio));
        read.ShouldAllBe(document => document.Tags["ContactId"] == AStream.Contact.ToString());
    }

    [Fact]
    public async Task A_fragment_is_acknowledged_while_the_next_is_still_being_sent()
    {
        await using var call = await AStream.Start();
        call.Speak(16 * 2);
        var fragments = call.Run.Stream.Fragments.Select(AsProduced).ToArray();
        var arn = await CreateAsync(call, "live");
        using var producer = await LiveProducer.OpenAsync(Signed(call, arn, "ABSOLUTE", "1772600767.123"));

        await producer.SendAsync(fragments[0]);
        (await producer.ReadUntilAsync("BUFFERING")).ShouldNotContain("RECEIVED");
        await producer.SendAsync(fragments[1]);
        await producer.ReadUntilAsync("PERSISTED");
        await producer.EndAsync();

        // The last chunk of the answer.
        var all = await producer.ReadUntilAsync("\r\n0\r\n\r\n");
        all.Split("PERSISTED").Length.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_no_Matroska_is_answered_with_an_error_on_the_open_connection()
    {
        await using var call = await AStream.Start();
        var arn = await CreateAsync(call, "noise");

        using var response = await PutAsync(call, arn, new ByteArrayContent(new byte[64]), "ABSOLUTE");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var error = (await AcknowledgementsAsync(response)).ShouldHaveSingleItem();
        ((string?)error["ErrorCode"]).ShouldBe("INVALID_MKV_DATA");
    }

    [Fact]
    public async Task A_header_that_is_missing_is_named()
    {
        await using var call = await AStream.Start();
        var arn = await CreateAsync(call, "headers");

        using var response = await PutAsync(call, arn, new ByteArrayContent([]), "RELATIVE", start: null);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancellation)).ShouldContain("x-amzn-producer-start-timestamp");
    }

    [Fact]
    public async Task A_stream_is_described_until_it_is_deleted()
    {
        await using var call = await AStream.Start();
        var arn = await CreateAsync(call, "short-lived");
        using var described = await call.Post("/describeStream", """{"StreamName":"short-lived"}""");
        var info = JsonNode.Parse(await described.Content.ReadAsStringAsync(Cancellation))!["StreamInfo"]!;
        ((string?)info["StreamARN"]).ShouldBe(arn);
        ((int?)info["DataRetentionInHours"]).ShouldBe(1);

        using var again = await call.Post("/createStream", """{"StreamName":"short-lived"}""");
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var deleted = await call.Post("/deleteStream", $$"""{"StreamARN":"{{arn}}"}""");
        deleted.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var gone = await call.Post("/describeStream", """{"StreamName":"short-lived"}""");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A fragment without what the service has added to it.</summary>
    private static byte[] AsProduced(Fragment fragment)
    {
        var added = FragmentDocument.ServiceTags(fragment.Number, fragment.ProducedAt, fragment.ReceivedAt);
        var document = fragment.Document.Span;
        var at = document.IndexOf(added);
        return [.. document[..at], .. document[(at + added.Length)..]];
    }

    private static string Audio(MkvDocument document) =>
        Convert.ToHexString([.. document.Blocks.SelectMany(static block => block.Pcm)]);

    private static async Task<string> CreateAsync(AStream call, string name)
    {
        using var response = await call.Post(
            "/createStream",
            $$"""{"StreamName":"{{name}}","DataRetentionInHours":1}"""
        );
        return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["StreamARN"]!;
    }

    private static Task<HttpResponseMessage> PutAsync(
        AStream call,
        string arn,
        HttpContent body,
        string timecodes,
        string? start = "1772600767.123"
    )
    {
        var request = Signed(call, arn, timecodes, start);
        request.Content = body;
        request.Headers.TransferEncodingChunked = true;
        return call.SendAsync(request);
    }

    /// <summary>As producers sign: the headers alone.</summary>
    private static HttpRequestMessage Signed(AStream call, string arn, string timecodes, string? start)
    {
        var headers = new Dictionary<string, string>
        {
            ["x-amzn-stream-arn"] = arn,
            ["x-amzn-fragment-timecode-type"] = timecodes,
        };
        if (start is not null)
        {
            headers["x-amzn-producer-start-timestamp"] = start;
        }

        return new HandSigner { Service = "kinesisvideo" }.Sign(new Uri(call.Door, "/putMedia"), [], more: headers);
    }

    private static async Task<IReadOnlyList<JsonNode>> AcknowledgementsAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        return
        [
            .. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)!),
        ];
    }
}
