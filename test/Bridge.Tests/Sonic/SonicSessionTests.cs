using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;
using static SonicBridge.Bridge.Tests.Sonic.ASonicSession;

namespace SonicBridge.Bridge.Tests.Sonic;

/// <summary>What a session sends to the model, in order.</summary>
public sealed class SonicSessionTests
{
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
}
