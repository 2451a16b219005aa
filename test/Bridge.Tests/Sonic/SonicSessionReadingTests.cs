using System.Text.Json;
using Amazon.BedrockRuntime.Model;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Sonic;
using static SonicBridge.Bridge.Tests.Sonic.ASonicSession;

namespace SonicBridge.Bridge.Tests.Sonic;

/// <summary>What a session hears of the model, and how that ends.</summary>
public sealed class SonicSessionReadingTests
{
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
}
