using Amazon.BedrockRuntime.Model;
using SonicBridge.Local.Audio;
using SonicBridge.Local.Sonic;
using SonicBridge.Local.Tests.Audio;

namespace SonicBridge.Local.Tests.Sonic;

public sealed class SonicServiceTests : IAgentScript
{
    private static readonly SonicLimits Quick = new() { Thinking = TimeSpan.FromMilliseconds(1), Pace = 1000 };

    private readonly List<SonicNews> _news = [];
    private readonly List<CallerTurn> _turns = [];
    private readonly TaskCompletionSource _heard = new();
    private int _wanted = int.MaxValue;
    private readonly TaskCompletionSource _opened = new();
    private readonly TaskCompletionSource _closed = new();

    public AgentAnswer Answer(Conversation conversation, string text) => new(null, $"to {text}", new short[8000]);

    public AgentAnswer Answer(Conversation conversation, CallerTurn turn)
    {
        _turns.Add(turn);
        return new AgentAnswer($"turn {turn.Number}", $"answer {turn.Number}", new short[8000 * 3]);
    }

    private SonicService Service(SonicLimits? limits = null, TimeProvider? time = null) =>
        new(this, limits ?? Quick, time ?? TimeProvider.System, Take);

    private void Take(SonicNews news)
    {
        lock (_news)
        {
            _news.Add(news);
            if (_news.OfType<SonicNews.Heard>().Sum(static heard => heard.Bytes) >= _wanted)
            {
                _heard.TrySetResult();
            }
        }

        (
            news switch
            {
                SonicNews.Opened => _opened,
                SonicNews.Closed => _closed,
                _ => null,
            }
        )?.TrySetResult();
    }

    private Task Heard(int bytes)
    {
        lock (_news)
        {
            _wanted = bytes;
            if (_news.OfType<SonicNews.Heard>().Sum(static heard => heard.Bytes) >= bytes)
            {
                _heard.TrySetResult();
            }
        }

        return _heard.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private Task Opened() => _opened.Task.WaitAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_turn_is_answered_in_the_models_order_of_events()
    {
        await using var client = await ASonicClient.Open(Service());
        client.Send([.. ClientEvents.Opening, .. ClientEvents.Audio(1, true), .. ClientEvents.Audio(1.7, false)]);

        var names = await client.Until("usageEvent");

        names
            .Where(name => name != "audioOutput")
            .ShouldBe([
                "completionStart",
                "contentStart",
                "textOutput",
                "contentEnd",
                "contentStart",
                "textOutput",
                "contentEnd",
                "contentStart",
                "contentEnd",
                "contentStart",
                "textOutput",
                "contentEnd",
                "completionEnd",
                "usageEvent",
            ]);
        names.Count(name => name == "audioOutput").ShouldBe(75);
    }

    [Fact]
    public async Task Speaking_over_an_answer_interrupts_it()
    {
        await using var client = await ASonicClient.Open(Service(Quick with { Pace = 1 }));
        client.Send([.. ClientEvents.Opening, .. ClientEvents.Audio(1, true), .. ClientEvents.Audio(1.7, false)]);
        await client.Until("audioOutput");
        client.Send(ClientEvents.Audio(0.5, true));

        string? said = null;
        string? stop = null;
        while (stop != "INTERRUPTED" || said is null)
        {
            var (name, body) = await client.Next();
            said = name == "textOutput" ? body["content"]!.GetValue<string>() : said;
            stop =
                name == "contentEnd" && body["type"]!.GetValue<string>() == "TEXT"
                    ? body["stopReason"]!.GetValue<string>()
                    : null;
        }

        said.ShouldBe("""{ "interrupted" : true }""");
    }

    [Fact]
    public async Task Silence_is_not_a_turn()
    {
        await using var client = await ASonicClient.Open(Service());
        client.Send([.. ClientEvents.Opening, .. ClientEvents.Audio(10, false), .. ClientEvents.Closing]);
        client.EndInput();

        await Should.ThrowAsync<System.Threading.Channels.ChannelClosedException>(client.Next);
    }

    [Fact]
    public async Task Every_byte_that_was_sent_is_what_was_heard()
    {
        var service = Service();
        await using var client = await ASonicClient.Open(service);
        var audio = ClientEvents.Audio(2, true);
        client.Send([.. ClientEvents.Opening, .. audio, .. ClientEvents.Closing]);
        client.EndInput();
        await _closed.Task.WaitAsync(TestContext.Current.CancellationToken);
        var closed = _news.OfType<SonicNews.Closed>().Single();

        closed.Why.ShouldBeNull();
        closed.Session.HeardAudio.Length.ShouldBe(audio.Length * 1024);
    }

    [Fact]
    public async Task A_connection_ends_after_eight_minutes()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var client = await ASonicClient.Open(Service(Quick with { Idle = TimeSpan.FromHours(1) }, time));
        client.Send(ClientEvents.Opening);
        await Opened();

        time.Advance(TimeSpan.FromMinutes(8));

        (await client.Refusal()).InnerException.ShouldBeOfType<ModelTimeoutException>();
    }

    [Fact]
    public async Task A_stream_without_audio_ends_after_55_seconds()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var client = await ASonicClient.Open(Service(Quick, time));
        client.Send(ClientEvents.SessionStart);
        await Opened();

        var refusal = client.Refusal();
        time.Advance(TimeSpan.FromSeconds(56));

        (await refusal).Message.ShouldContain("Timed out waiting for audio bytes or interactive content");
    }

    public static TheoryData<string, string[]> Wrong { get; } =
        new()
        {
            { "sessionStart", [ClientEvents.PromptStart] },
            { "sessionStart came twice", [ClientEvents.SessionStart, ClientEvents.SessionStart] },
            { "before promptStart", [ClientEvents.SessionStart, ClientEvents.SystemStart] },
            { "system prompt", [ClientEvents.SessionStart, ClientEvents.PromptStart, ClientEvents.AudioStart] },
            { "used before", [.. ClientEvents.Opening, ClientEvents.AudioStart] },
            {
                "second AUDIO",
                [.. ClientEvents.Opening, ClientEvents.AudioStart.Replace("\"a\"", "\"b\"", StringComparison.Ordinal)]
            },
            { "not open", [.. ClientEvents.Opening[..5], .. ClientEvents.Audio(0.1, true)] },
            {
                "promptName",
                [
                    .. ClientEvents.Opening[..2],
                    ClientEvents.SystemStart.Replace("\"p\"", "\"q\"", StringComparison.Ordinal),
                ]
            },
            {
                "sampleRateHertz",
                [
                    .. ClientEvents.Opening[..5],
                    ClientEvents.AudioStart.Replace("8000", "44100", StringComparison.Ordinal),
                ]
            },
            {
                "voice",
                [
                    ClientEvents.SessionStart,
                    ClientEvents.PromptStart.Replace("matthew", "nobody", StringComparison.Ordinal),
                ]
            },
            { "bytes, and a sample has two", [.. ClientEvents.Opening, ClientEvents.AudioOf([1, 2, 3])] },
            {
                "'endpointingSensitivity' is not a field here",
                [
                    ClientEvents.SessionStart.Replace(
                        "\"topP\"",
                        "\"endpointingSensitivity\":\"HIGH\",\"topP\"",
                        StringComparison.Ordinal
                    ),
                ]
            },
            {
                "inputSchema.json is not a JSON text",
                [ClientEvents.SessionStart, ClientEvents.PromptStartWithTool("{}")]
            },
            {
                "begin with a message of the USER",
                [.. ClientEvents.Opening[..5], .. ClientEvents.History("ASSISTANT", "h", "Hello.")]
            },
            {
                "Chat history is over max limit",
                [.. ClientEvents.Opening[..5], .. ClientEvents.History("USER", "h", new string('x', 1025))]
            },
            {
                "Chat history is over max limit",
                [
                    .. ClientEvents.Opening[..5],
                    .. Enumerable
                        .Range(0, 41)
                        .SelectMany(i =>
                            (string[])
                                [
                                    .. ClientEvents.History(i % 2 == 0 ? "USER" : "ASSISTANT", $"h{i}", "Hello."),
                                    ClientEvents.End($"h{i}"),
                                ]
                        ),
                ]
            },
            {
                "has to alternate",
                [
                    .. ClientEvents.Opening[..5],
                    .. ClientEvents.History("USER", "h", "Hello."),
                    ClientEvents.End("h"),
                    .. ClientEvents.History("USER", "i", "Hello?"),
                ]
            },
            {
                "History came after the audio",
                [.. ClientEvents.Opening, .. ClientEvents.History("USER", "h", "Hello.")]
            },
            { "none of this session's", [.. ClientEvents.Opening, .. ClientEvents.ToolResult("r", "nobody", "{}")] },
            { "while a content is still open", [.. ClientEvents.Opening, ClientEvents.PromptEnd] },
            { "not an input event", [.. ClientEvents.Opening, """{"event":{"dance":{"promptName":"p"}}}"""] },
            { "Invalid input request", ["""{"event":[]}"""] },
            { "Invalid input request", ["nonsense"] },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_the_model_would_refuse_is_refused(string because, string[] events)
    {
        await using var client = await ASonicClient.Open(Service());
        client.Send(events);

        var refusal = await client.Refusal();

        refusal.InnerException.ShouldBeOfType<ValidationException>();
        refusal.Message.ShouldContain(because);
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(16000)]
    public async Task A_turn_is_handed_to_the_script_at_the_telephones_rate(int hertz)
    {
        await using var client = await ASonicClient.Open(Service());
        client.Send([.. ClientEvents.Opening[..5], ClientEvents.AudioStartAt(hertz)]);
        client.Send([
            .. ClientEvents.Speech(Tone.Silence(1000, hertz)),
            .. ClientEvents.Speech(Tone.Of(440, 2000, hertz: hertz)),
            .. ClientEvents.Speech(Tone.Silence(1700, hertz)),
        ]);

        await client.Until("usageEvent");

        var turn = _turns.ShouldHaveSingleItem();
        turn.Number.ShouldBe(1);
        turn.Length.TotalSeconds.ShouldBe(2, 0.05);
        Telephone.DurationOf(turn.Voice.Length).TotalSeconds.ShouldBe(0.3 + 2 + 1.5, 0.1);
        Tone.Measure(turn.Voice.Span[2800..18000], 440).Amplitude.ShouldBe(0.3, 0.01);
    }

    [Fact]
    public async Task An_answer_is_interrupted_once_and_the_next_turn_is_answered()
    {
        await using var client = await ASonicClient.Open(Service());
        client.Send([.. ClientEvents.Opening, .. ClientEvents.Audio(1, true), .. ClientEvents.Audio(1.7, false)]);
        await client.Until("usageEvent");
        // All of the answer was sent, and the caller still hears it: faster than it is spoken.
        client.Send([.. ClientEvents.Audio(0.4, true), .. ClientEvents.Audio(0.4, false)]);
        client.Send([.. ClientEvents.Audio(0.4, true), .. ClientEvents.Audio(1.7, false)]);

        var names = await client.Until("usageEvent");

        names.Count(static name => name == "completionEnd").ShouldBe(2);
        names.Count(static name => name == "completionStart").ShouldBe(1);
        _turns.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_caller_who_goes_on_before_the_answer_begins_is_still_in_the_same_turn()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var client = await ASonicClient.Open(Service(new SonicLimits(), time));
        client.Send([.. ClientEvents.Opening, .. ClientEvents.Audio(1, true), .. ClientEvents.Audio(1.7, false)]);
        client.Send([.. ClientEvents.Audio(1, true), .. ClientEvents.Audio(1.7, false), .. ClientEvents.Closing]);
        await Heard(4 * 1024 * (16 + 27) / 2);

        time.Advance(TimeSpan.FromSeconds(1));

        (await client.Next()).Name.ShouldBe("completionStart");
        _turns.Select(static turn => turn.Number).ShouldBe([1, 1]);
        Telephone.DurationOf(_turns[1].Voice.Length).TotalSeconds.ShouldBe(1 + 1.7 + 1 + 1.5, 0.2);
    }

    [Fact]
    public async Task A_model_that_was_withdrawn_is_not_found()
    {
        await using var client = await ASonicClient.Open(Service(), "amazon.nova-sonic-v1:0");
        client.Send(ClientEvents.SessionStart);
        (await client.Refusal()).ShouldBeOfType<ResourceNotFoundException>();
    }
}
