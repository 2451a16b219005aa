using System.Buffers;
using Amazon.BedrockRuntime.Model;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Sonic;
using static SonicBridge.Bridge.Tests.Sonic.ASonicSession;

namespace SonicBridge.Bridge.Tests.Sonic;

/// <summary>How the caller's voice flows: what waits, what is given back, what it costs.</summary>
public sealed class SonicSessionVoiceTests
{
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
}
