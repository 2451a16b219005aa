using SonicBridge.Local.Kvs;

namespace SonicBridge.Local.Tests.Kvs;

public sealed class MediaFaultTests
{
    private const string Earliest = """{"StartSelectorType":"EARLIEST"}""";

    [Fact]
    public async Task A_cut_breaks_off_inside_an_element_and_the_next_connection_is_whole()
    {
        await using var stream = await AStream.Start();
        stream.Speak(32);
        stream.Run.Stream.Faults.Enqueue(new MediaFault.Cut(Fragments: 1, Bytes: 700));

        using var response = await stream.GetMedia(Earliest);
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var received = new MemoryStream();
        await Should.ThrowAsync<HttpIOException>(() =>
            body.CopyToAsync(received, TestContext.Current.CancellationToken)
        );

        var first = stream.Run.Stream.Fragments[0].Document.Length;
        received.Length.ShouldBeInRange(first + 700, first + 700 + 200);
        (await stream.Read(Earliest)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_silent_end_looks_like_the_end_of_a_call()
    {
        await using var stream = await AStream.Start();
        stream.Speak(48);
        stream.Run.Stream.Faults.Enqueue(new MediaFault.SilentEnd(Fragments: 2));
        (await stream.Read(Earliest)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_stall_keeps_the_connection_open_and_sends_nothing()
    {
        await using var stream = await AStream.Start(settings: new KvsSettings());
        stream.Speak(32);
        stream.Run.Stream.Faults.Enqueue(new MediaFault.Stall(Fragments: 1, Bytes: 10));
        using var response = await stream.GetMedia(Earliest);
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var tags = FragmentDocument.ReaderTags(1024, stream.Run.StartFragmentNumber).Length;
        var sent = stream.Run.Stream.Fragments[0].Document.Length + tags + 10;
        await body.ReadExactlyAsync(new byte[sent], TestContext.Current.CancellationToken);

        var more = body.ReadAsync(new byte[1], TestContext.Current.CancellationToken);
        stream.Speak(160);

        more.IsCompleted.ShouldBeFalse();
        stream.Run.Stream.Connections.TryTake().ShouldNotBeNull();
    }

    [Fact]
    public async Task An_error_is_reported_in_a_document_without_audio()
    {
        await using var stream = await AStream.Start();
        stream.Speak(32);
        stream.Run.Stream.Faults.Enqueue(new MediaFault.Reported(1, 4500, "KMS_KEY_ACCESS_DENIED"));
        var documents = await stream.Read(Earliest);
        documents.Count.ShouldBe(2);
        documents[1].Order.ShouldBe(["AWS_KINESISVIDEO_ERROR_CODE", "AWS_KINESISVIDEO_ERROR_ID"]);
        documents[1].Tags["AWS_KINESISVIDEO_ERROR_ID"].ShouldBe("4500");
    }

    [Fact]
    public async Task A_refusal_has_the_services_error_name()
    {
        await using var stream = await AStream.Start();
        stream.Run.Stream.Faults.Enqueue(new MediaFault.Refused("InvalidEndpointException"));
        using var response = await stream.GetMedia(Earliest);
        response.Headers.GetValues("x-amzn-ErrorType").ShouldBe(["InvalidEndpointException"]);
    }
}
