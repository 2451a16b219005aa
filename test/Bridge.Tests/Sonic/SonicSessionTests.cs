using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Amazon.BedrockRuntime.Model;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Sonic;

public sealed class SonicSessionTests
{
    private const string Hello = """{"event":{"textOutput":{"contentId":"c","content":"Hello."}}}""";
    private static readonly string[] Preamble =
    [
        "sessionStart",
        "promptStart",
        "contentStart",
        "textInput",
        "contentEnd",
        "contentStart",
    ];

    [Fact]
    public async Task Events_go_out_in_the_documented_order_to_the_goodbye()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = await BeginAsync(bedrock, new SonicSettings { ModelId = "amazon.nova-2-sonic-v1:0" });
        bedrock.ModelId.ShouldBe("amazon.nova-2-sonic-v1:0");
        await SpeakAsync(session, new byte[100]);
        await session.CloseAsync(TestContext.Current.CancellationToken);
        (await bedrock.ReceiveNamesAsync(int.MaxValue)).ShouldBe([
            .. Preamble,
            "audioInput",
            "contentEnd",
            "promptEnd",
            "sessionEnd",
        ]);
    }

    [Fact]
    public async Task One_prompt_holds_all_and_each_block_has_a_name_of_its_own()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = await BeginAsync(bedrock);
        await SpeakAsync(session, [1, 2]);
        await session.CloseAsync(TestContext.Current.CancellationToken);
        var events = new List<JsonElement>();
        while (await bedrock.ReceiveAsync() is { } json)
        {
            events.Add(JsonDocument.Parse(json).RootElement.GetProperty("event").EnumerateObject().Single().Value);
        }

        events.Select(e => Text(e, "promptName")).OfType<string>().Distinct().ShouldHaveSingleItem();
        var blocks = events.Select(e => Text(e, "contentName")).OfType<string>().ToList();
        blocks.Distinct().Count().ShouldBe(2);
        blocks[0].ShouldBe(blocks[2]);
        blocks[3].ShouldBe(blocks[^1]);
    }

    [Fact]
    public async Task Voice_arrives_sample_for_sample_in_chunks_of_64_ms_at_most()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = await BeginAsync(bedrock);
        var voice = new byte[2600];
        Random.Shared.NextBytes(voice);
        await SpeakAsync(session, voice[..1024], voice[1024..1216], voice[1216..]);
        await bedrock.ReceiveNamesAsync(Preamble.Length);
        byte[][] chunks =
        [
            await PcmAsync(bedrock),
            await PcmAsync(bedrock),
            await PcmAsync(bedrock),
            await PcmAsync(bedrock),
        ];
        chunks.Select(chunk => chunk.Length).ShouldBe([1024, 192, 1024, 360]);
        chunks.SelectMany(chunk => chunk).ShouldBe(voice);
    }

    [Fact]
    public async Task Voice_is_doubled_in_rate_on_request()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = await BeginAsync(bedrock, new SonicSettings { InputHertz = 16000 });
        short[] voice = [.. Enumerable.Range(0, 512).Select(i => (short)(8000 * Math.Sin(i / 5.0)))];
        await SpeakAsync(session, MemoryMarshal.AsBytes(voice.AsSpan()).ToArray());
        await bedrock.ReceiveNamesAsync(Preamble.Length - 1);
        (await bedrock.ReceiveAsync())!.ShouldContain("\"sampleRateHertz\":16000");
        var doubled = MemoryMarshal.Cast<byte, short>(await PcmAsync(bedrock)).ToArray();
        doubled.Length.ShouldBe(1024);
        doubled[200].ShouldBe(voice[92]);
    }

    [Fact]
    public async Task History_goes_between_the_system_prompt_and_the_voice_and_asks_for_no_answer()
    {
        using var bedrock = new ScriptedBedrock();
        var history = ConversationHistory.Of([
            new TranscriptLine(Speaker.Caller, string.Concat(Enumerable.Repeat("Grüße. ", 200)), TimeSpan.Zero),
            new TranscriptLine(Speaker.Agent, "Yes?", TimeSpan.Zero),
        ]);
        using var session = await BeginAsync(bedrock, history: history);
        await bedrock.ReceiveNamesAsync(Preamble.Length - 1);
        var start = (await bedrock.ReceiveAsync())!;
        start.ShouldContain("\"role\":\"USER\"");
        start.ShouldContain("\"interactive\":false");
        var text = "";
        for (var piece = 0; piece < 2; piece++)
        {
            using var input = JsonDocument.Parse((await bedrock.ReceiveAsync())!);
            var content = input.RootElement.GetProperty("event").GetProperty("textInput").GetProperty("content");
            Encoding.UTF8.GetByteCount(content.GetString()!).ShouldBeInRange(1, 1000);
            text += content.GetString();
        }

        text.ShouldBe(history.Messages[0].Text);
        (await bedrock.ReceiveNamesAsync(5)).ShouldBe([
            "contentEnd",
            "contentStart",
            "textInput",
            "contentEnd",
            "contentStart",
        ]);
    }

    [Fact]
    public async Task Text_in_the_callers_stead_is_a_block_of_its_own_in_the_midst_of_the_voice()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = await BeginAsync(bedrock);
        await SpeakAsync(session, [1, 2]);
        (await session.SayAsync("Hello?", TestContext.Current.CancellationToken)).ShouldBeTrue();
        await SpeakAsync(session, [3, 4]);
        await bedrock.ReceiveNamesAsync(Preamble.Length + 1);
        var start = (await bedrock.ReceiveAsync())!;
        start.ShouldContain("\"role\":\"USER\"");
        start.ShouldContain("\"interactive\":true");
        (await bedrock.ReceiveNamesAsync(3)).ShouldBe(["textInput", "contentEnd", "audioInput"]);
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(16000)]
    public async Task Voice_that_has_not_left_is_given_back_and_the_rest_still_goes(int hertz)
    {
        var pulling = new TaskCompletionSource();
        using var bedrock = new ScriptedBedrock { Pulling = pulling.Task };
        using var session = await BeginAsync(bedrock, new SonicSettings { InputHertz = hertz });
        var voice = new byte[2048];
        Random.Shared.NextBytes(voice);
        await SpeakAsync(session, voice[..1024], voice[1024..]);
        await session.SayAsync("Hello?", TestContext.Current.CancellationToken);

        var unsent = session.TakeUnsent();
        unsent.Length.ShouldBe(voice.Length);
        // The filter for 16 kHz gives each sample half a millisecond late.
        var late = hertz == 8000 ? 0 : 16;
        unsent[late..].ShouldBe(voice[..^late]);
        pulling.SetResult();
        await session.CloseAsync(TestContext.Current.CancellationToken);
        (await bedrock.ReceiveNamesAsync(int.MaxValue)).ShouldBe([
            .. Preamble,
            "contentStart",
            "textInput",
            "contentEnd",
            "contentEnd",
            "promptEnd",
            "sessionEnd",
        ]);
    }

    [Fact]
    public async Task Session_that_never_began_is_closed_without_a_voice()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = Open(bedrock);
        await session.CloseAsync(TestContext.Current.CancellationToken);
        (await bedrock.ReceiveNamesAsync(int.MaxValue)).ShouldBe([.. Preamble[..^1], "promptEnd", "sessionEnd"]);
    }

    [Fact]
    public async Task Session_that_has_ended_takes_nothing_more()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = await BeginAsync(bedrock);
        bedrock.End();
        await ReadAsync(session);
        var token = TestContext.Current.CancellationToken;
        (await session.WriteAsync(new ReadOnlySequence<byte>([1, 2]), token)).ShouldBe(0);
        (await session.SayAsync("Hello?", token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Long_system_prompt_goes_in_pieces_of_one_block()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = await BeginAsync(bedrock, new SonicSettings { SystemPrompt = new string('x', 9000) });
        (await bedrock.ReceiveNamesAsync(8)).ShouldBe([
            "sessionStart",
            "promptStart",
            "contentStart",
            "textInput",
            "textInput",
            "textInput",
            "contentEnd",
            "contentStart",
        ]);
    }

    [Fact]
    public async Task A_tools_answer_goes_in_a_block_with_a_name_of_its_own_that_names_the_request()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = await BeginAsync(bedrock);
        await bedrock.ReceiveNamesAsync(Preamble.Length);
        (await session.AnswerToolAsync("u1", """{"cars":2}""", TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await session.AnswerToolAsync("u2", "{}", TestContext.Current.CancellationToken)).ShouldBeTrue();
        var names = new List<string?>();
        foreach (var expected in new[] { "contentStart", "toolResult", "contentEnd" })
        {
            var sent = JsonElement.Parse((await bedrock.ReceiveAsync())!).GetProperty("event").GetProperty(expected);
            names.Add(Text(sent, "contentName"));
            if (expected == "contentStart")
            {
                Text(sent.GetProperty("toolResultInputConfiguration"), "toolUseId").ShouldBe("u1");
            }
            else if (expected == "toolResult")
            {
                Text(sent, "content").ShouldBe("""{"cars":2}""");
            }
        }

        names.Distinct().ShouldHaveSingleItem();
        (await bedrock.ReceiveAsync())!.ShouldNotContain(names[0]!);
    }

    [Fact]
    public async Task A_stream_is_opened_while_the_calls_configuration_is_still_read()
    {
        using var bedrock = new ScriptedBedrock();
        var tuned = new TaskCompletionSource<SonicSettings>();
        using var session = SonicSession.Open(
            () => Task.FromResult(new ModelAccess(bedrock, null)),
            new SonicSettings(),
            TimeProvider.System,
            tuned.Task
        );
        bedrock.ModelId.ShouldBe("amazon.nova-2-sonic-v1:0");
        tuned.SetResult(
            new SonicSettings
            {
                Voice = "amy",
                SystemPrompt = "You rent out cars.",
                Tools = [new ToolSpec("look_up", "Looks up.", "{}")],
            }
        );
        await session.BeginAsync(ConversationHistory.None, TestContext.Current.CancellationToken);
        await bedrock.ReceiveAsync();
        var prompt = (await bedrock.ReceiveAsync())!;
        prompt.ShouldContain("\"voiceId\":\"amy\"");
        prompt.ShouldContain("\"name\":\"look_up\"");
        await bedrock.ReceiveAsync();
        (await bedrock.ReceiveAsync())!.ShouldContain("You rent out cars.");
    }

    [Fact]
    public async Task Voice_waits_when_the_model_takes_no_more_and_nothing_is_lost()
    {
        var pulling = new TaskCompletionSource();
        using var bedrock = new ScriptedBedrock { Pulling = pulling.Task };
        using var session = await BeginAsync(bedrock);
        const int Blocks = 100;
        var taken = 0;
        var speaking = Task.Run(
            async () =>
            {
                for (var i = 0; i < Blocks; i++)
                {
                    await SpeakAsync(session, [(byte)i, 0]);
                    Interlocked.Increment(ref taken);
                }
            },
            TestContext.Current.CancellationToken
        );
        SpinWait.SpinUntil(() => Volatile.Read(ref taken) >= 50, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        speaking.IsCompleted.ShouldBeFalse();
        pulling.SetResult();
        await bedrock.ReceiveNamesAsync(Preamble.Length);
        for (var i = 0; i < Blocks; i++)
        {
            (await PcmAsync(bedrock)).ShouldBe([(byte)i, 0]);
        }

        await speaking;
    }

    [Fact]
    public async Task Events_are_read_though_they_arrive_byte_by_byte()
    {
        using var bedrock = new ScriptedBedrock { LargestRead = 1 };
        using var session = Open(bedrock);
        bedrock.Send(Hello);
        bedrock.Send("""{"event":{"audioOutput":{"contentId":"c","content":"AQID"}}}""");
        bedrock.End();
        var (heard, end) = await ReadAsync(session);
        heard.ShouldBe([new SonicEvent.TextOutput("c", "Hello."), new SonicEvent.Unknown("audio 3")]);
        end.Kind.ShouldBe(SonicEndKind.Closed);
    }

    [Fact]
    public async Task Words_that_arrive_together_with_the_end_are_heard()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = Open(bedrock);
        bedrock.Send(Hello);
        bedrock.SendException("modelTimeoutException", "Model has timed out in processing the request.");
        await bedrock.ArriveAsync();
        var (heard, end) = await ReadAsync(session);
        heard.ShouldHaveSingleItem().ShouldBe(new SonicEvent.TextOutput("c", "Hello."));
        end.Kind.ShouldBe(SonicEndKind.TimedOut);
        end.Detail.ShouldContain("Model has timed out in processing the request.");
    }

    [Fact]
    public async Task Event_that_cannot_be_decoded_is_no_reason_to_lose_the_caller()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = Open(bedrock);
        bedrock.Send("{\"event\":");
        bedrock.Send(Hello);
        bedrock.End();
        var (heard, _) = await ReadAsync(session);
        heard.ShouldBe([new SonicEvent.Unknown("undecodable"), new SonicEvent.TextOutput("c", "Hello.")]);
    }

    [Fact]
    public async Task Complaint_about_an_empty_rest_after_the_goodbye_is_a_good_end()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = Open(bedrock);
        await session.CloseAsync(TestContext.Current.CancellationToken);
        bedrock.SendException("validationException", "No events to transform were found.");
        await bedrock.ArriveAsync();
        (await ReadAsync(session)).End.Kind.ShouldBe(SonicEndKind.Closed);
    }

    [Fact]
    public async Task Refusal_to_open_is_an_end_with_a_sentence()
    {
        using var bedrock = new ScriptedBedrock { Refusal = new AccessDeniedException("You may not.") };
        using var session = Open(bedrock);
        var (_, end) = await ReadAsync(session);
        end.Kind.ShouldBe(SonicEndKind.Denied);
        end.Detail.ShouldContain("You may not.");
    }

    [Fact]
    public async Task Model_that_does_not_answer_is_given_up()
    {
        var time = new FakeTimeProvider();
        using var bedrock = new ScriptedBedrock { Answers = false };
        using var session = SonicSession.Open(
            () => Task.FromResult(new ModelAccess(bedrock, null)),
            new SonicSettings(),
            time
        );
        var reading = ReadAsync(session);
        time.Advance(TimeSpan.FromSeconds(10));
        var (_, end) = await reading;
        end.ShouldBe(new SonicEnd(SonicEndKind.Disconnected, "The model did not accept the stream within 10 s."));
    }

    [Fact]
    public async Task Refused_stream_does_not_hold_the_callers_voice_back()
    {
        using var bedrock = new ScriptedBedrock { Refusal = new AccessDeniedException("You may not.") };
        using var session = await BeginAsync(bedrock);
        await ReadAsync(session);
        for (var i = 0; i < 200; i++)
        {
            await SpeakAsync(session, [1, 2])
                .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Stream_that_is_broken_off_ends_at_once()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = Open(bedrock);
        var reading = ReadAsync(session);
        session.Abort();
        (await reading).End.Kind.ShouldBe(SonicEndKind.Closed);
    }

    [Fact]
    public async Task Exception_of_the_handler_is_the_callers_own()
    {
        using var bedrock = new ScriptedBedrock();
        using var session = Open(bedrock);
        bedrock.Send(Hello);
        await bedrock.ArriveAsync();
        await Should.ThrowAsync<InvalidTimeZoneException>(() =>
            session.ReadAsync(_ => throw new InvalidTimeZoneException())
        );
    }

    [Fact]
    public async Task Block_on_its_way_to_the_SDK_costs_next_to_no_memory()
    {
        var queue = new InputQueue();
        var block = new ReadOnlySequence<byte>(new byte[1024]);
        const int Blocks = 1000;
        long before = 0;
        for (var i = -100; i < Blocks; i++)
        {
            if (i == 0)
            {
                before = GC.GetAllocatedBytesForCurrentThread();
            }

            await queue.WriteAsync(
                static (json, pcm) => SonicEventWriter.AudioInput(json, "prompt", "content", pcm),
                block,
                CancellationToken.None
            );
            // Completes at once, since there is an event: all of it runs on this thread.
            (await queue.NextAsync()).ShouldNotBeNull();
        }

        // The stream, the part and the task that the SDK asks for; in a debug build also the async methods themselves.
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Blocks;
        each.ShouldBeLessThan(512);
    }

    private static async Task<SonicSession> BeginAsync(
        ScriptedBedrock bedrock,
        SonicSettings? settings = null,
        ConversationHistory? history = null
    )
    {
        var session = Open(bedrock, settings);
        await session.BeginAsync(history ?? ConversationHistory.None, TestContext.Current.CancellationToken);
        return session;
    }

    private static SonicSession Open(ScriptedBedrock bedrock, SonicSettings? settings = null) =>
        SonicSession.Open(
            () => Task.FromResult(new ModelAccess(bedrock, null)),
            settings ?? new SonicSettings(),
            TimeProvider.System
        );

    // The samples are gone once the handler is done: their number is kept.
    private static async Task<(List<SonicEvent> Heard, SonicEnd End)> ReadAsync(SonicSession session)
    {
        var heard = new List<SonicEvent>();
        var end = await session.ReadAsync(one =>
        {
            heard.Add(one is SonicEvent.AudioOutput audio ? new SonicEvent.Unknown($"audio {audio.Pcm.Length}") : one);
            return ValueTask.CompletedTask;
        });
        return (heard, end);
    }

    private static async Task SpeakAsync(SonicSession session, params byte[][] blocks)
    {
        foreach (var block in blocks)
        {
            await session.WriteAsync(new ReadOnlySequence<byte>(block), TestContext.Current.CancellationToken);
        }
    }

    private static async Task<byte[]> PcmAsync(ScriptedBedrock bedrock)
    {
        using var json = JsonDocument.Parse((await bedrock.ReceiveAsync())!);
        return json
            .RootElement.GetProperty("event")
            .GetProperty("audioInput")
            .GetProperty("content")
            .GetBytesFromBase64();
    }

    private static string? Text(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) ? value.GetString() : null;
}
