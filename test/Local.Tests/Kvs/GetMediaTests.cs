using System.Net;
using System.Text.Json.Nodes;
using SonicBridge.Local.Kvs;

namespace SonicBridge.Local.Tests.Kvs;

public sealed class GetMediaTests
{
    private const string Earliest = """{"StartSelectorType":"EARLIEST"}""";

    [Fact]
    public async Task The_data_endpoint_is_the_front_door_itself()
    {
        await using var stream = await AStream.Start();
        var response = await stream.Post(
            "/getDataEndpoint",
            $$"""{"StreamName":"{{stream.Run.Stream.Name}}","APIName":"GET_MEDIA"}"""
        );
        var answer = JsonNode.Parse(await Text(response))!;
        new Uri((string)answer["DataEndpoint"]!).ShouldBe(stream.Door);
    }

    [Fact]
    public async Task A_reader_begins_where_its_selector_says()
    {
        await using var stream = await AStream.Start();
        stream.Speak(16 * 5);
        var numbers = stream.Run.Stream.Fragments.Select(static f => f.Number).ToArray();
        // The third fragment was spoken from 2.048 s to 3.072 s.
        var third = (stream.Run.StartedAt + 2500) / 1000.0;

        (await Numbers(stream, Earliest)).ShouldBe(numbers);
        (await Numbers(stream, """{"StartSelectorType":"NOW"}""")).ShouldBeEmpty();
        (await Numbers(stream, Selector("FRAGMENT_NUMBER", "AfterFragmentNumber", $"\"{numbers[1]}\""))).ShouldBe(
            numbers[2..]
        );
        (await Numbers(stream, Selector("CONTINUATION_TOKEN", "ContinuationToken", $"\"{numbers[3]}\""))).ShouldBe(
            numbers[4..]
        );
        (await Numbers(stream, Selector("PRODUCER_TIMESTAMP", "StartTimestamp", $"{third:F3}"))).ShouldBe(numbers[2..]);
        (await Numbers(stream, Selector("SERVER_TIMESTAMP", "StartTimestamp", $"{third:F3}"))).ShouldBe(numbers[2..]);
    }

    [Fact]
    public async Task The_contacts_first_fragment_number_can_be_asked_for_before_it_is_whole()
    {
        await using var stream = await AStream.Start();
        using var response = await stream.GetMediaAfter(stream.Run.StartFragmentNumber);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("video/webm");
    }

    [Fact]
    public async Task A_fragment_is_handed_out_when_it_is_whole_and_not_before()
    {
        await using var stream = await AStream.Start(settings: new KvsSettings());
        using var response = await stream.GetMedia(Earliest);
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        stream.Speak(15);
        var first = body.ReadAsync(new byte[1], TestContext.Current.CancellationToken);
        first.IsCompleted.ShouldBeFalse();
        stream.Run.Stream.Fragments.ShouldBeEmpty();

        stream.Speak(1);

        (await first).ShouldBe(1);
        var length = stream.Run.Stream.Fragments[0].Document.Length;
        await body.ReadExactlyAsync(new byte[length], TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_response_ends_silently_when_its_token_is_45_minutes_old()
    {
        await using var stream = await AStream.Start(settings: new KvsSettings());
        using var response = await stream.GetMedia(Earliest);
        stream.Speak(16);
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var begun = new byte[1];
        await body.ReadExactlyAsync(begun, TestContext.Current.CancellationToken);

        stream.Time.Advance(TimeSpan.FromMinutes(45));

        var rest = new MemoryStream();
        await body.CopyToAsync(rest, TestContext.Current.CancellationToken);
        MkvWalk.Read([.. begun, .. rest.ToArray()]).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_fourth_reader_is_refused_until_one_leaves()
    {
        await using var stream = await AStream.Start(settings: new KvsSettings());
        var readers = new List<HttpResponseMessage>();
        for (var n = 0; n < 3; n++)
        {
            readers.Add(await stream.GetMedia(Earliest));
        }

        using var refused = await stream.GetMedia(Earliest);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ErrorOf(refused).ShouldBe("ConnectionLimitExceededException");

        readers[0].Dispose();
        HttpResponseMessage again;
        do
        {
            // The server learns of the reader's leaving when its socket closes.
            again = await stream.GetMedia(Earliest);
        } while (again.StatusCode != HttpStatusCode.OK);
        again.Dispose();
        readers.ForEach(static reader => reader.Dispose());
    }

    [Theory]
    [InlineData("""{"StartSelectorType":"FRAGMENT_NUMBER"}""", "AfterFragmentNumber")]
    [InlineData("""{"StartSelectorType":"FRAGMENT_NUMBER","AfterFragmentNumber":"12x"}""", "digits")]
    [InlineData("""{"StartSelectorType":"SERVER_TIMESTAMP"}""", "StartTimestamp")]
    [InlineData("""{"StartSelectorType":"PRODUCER_TIMESTAMP","StartTimestamp":"noon"}""", "StartTimestamp")]
    [InlineData("""{"StartSelectorType":"LATEST"}""", "StartSelectorType")]
    [InlineData("null", "StartSelectorType")]
    public async Task A_selector_that_is_not_complete_is_refused(string selector, string named)
    {
        await using var stream = await AStream.Start();
        using var response = await stream.GetMedia(selector);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ErrorOf(response).ShouldBe("InvalidArgumentException");
        (await Text(response)).ShouldContain(named);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var stream = await AStream.Start();
        using var noStream = await stream.Post("/getMedia", $$"""{"StreamName":"x","StartSelector":{{Earliest}}}""");
        noStream.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        ErrorOf(noStream).ShouldBe("ResourceNotFoundException");
        using var noName = await stream.Post("/getDataEndpoint", """{"APIName":"GET_MEDIA"}""");
        ErrorOf(noName).ShouldBe("InvalidArgumentException");
        using var noApi = await stream.Post("/getDataEndpoint", """{"StreamName":"x","APIName":"GET"}""");
        ErrorOf(noApi).ShouldBe("InvalidArgumentException");
        using var noOperation = await stream.Post("/listFragments", "{}");
        ErrorOf(noOperation).ShouldBe("UnknownOperationException");
    }

    [Fact]
    public async Task An_unknown_fragment_is_reported_inside_the_stream()
    {
        await using var stream = await AStream.Start();
        var documents = await stream.Read(Selector("FRAGMENT_NUMBER", "AfterFragmentNumber", "\"123\""));
        documents.Single().Tags["AWS_KINESISVIDEO_ERROR_ID"].ShouldBe("4000");
        documents.Single().Blocks.ShouldBeEmpty();
    }

    private static async Task<string[]> Numbers(AStream stream, string selector) =>
        [.. (await stream.Read(selector)).Select(static f => f.Number)];

    private static string Selector(string type, string name, string value) =>
        $$"""{"StartSelectorType":"{{type}}","{{name}}":{{value}}}""";

    private static string ErrorOf(HttpResponseMessage response) =>
        response.Headers.GetValues("x-amzn-ErrorType").Single();

    private static Task<string> Text(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
