using SonicBridge.Contracts;
using SonicBridge.Local.Audio;
using SonicBridge.Local.Caller;
using SonicBridge.Local.Script;
using SonicBridge.Local.Tests.Audio;

namespace SonicBridge.Local.Tests.Script;

public sealed class ScenarioFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("booking", 3, 0)]
    [InlineData("interruption", 2, 1)]
    public void Shipped_scenarios_can_be_played(string name, int turns, int interruptions)
    {
        var scenario = ScenarioFile.Load(name);
        scenario.Turns.Count.ShouldBe(turns);
        scenario.Expected.ShouldBe(new Expectation(CallEnding.CallerHungUp, turns, interruptions));
        scenario.Otherwise.ShouldNotBeEmpty();
        var voices = scenario.Turns.SelectMany(static turn => new[] { turn.CallerVoice!.Value, turn.Answer!.Voice });
        foreach (var voice in voices)
        {
            Telephone.DurationOf(voice.Length).TotalSeconds.ShouldBeInRange(2, 15);
            Loudness.Decibels(voice.Span).ShouldBeInRange(-32, -15);
        }

        var caller = Utterance.Of(scenario);
        caller.Count.ShouldBe(turns);
        caller.Count(static utterance => utterance.InterruptsAfter is not null).ShouldBe(interruptions);
    }

    [Fact]
    public void Every_text_of_the_contact_flow_has_a_voice()
    {
        var voice = new FlowVoice(ScenarioFile.LoadFlowTexts());
        var flow = File.ReadAllText(Path.Join(RepositoryRoot(), "contactflows", "nova-sonic-call.json"));
        using var json = System.Text.Json.JsonDocument.Parse(flow);
        var texts = json
            .RootElement.GetProperty("Actions")
            .EnumerateArray()
            .Select(static action => action.GetProperty("Parameters"))
            .Where(static parameters => parameters.TryGetProperty("Text", out _))
            .Select(static parameters => parameters.GetProperty("Text").GetString()!)
            .Where(static text => !text.StartsWith('$'))
            .ToArray();
        texts.ShouldNotBeEmpty();
        texts.ShouldAllBe(text => voice.Speak(text).Source == text);
    }

    [Fact]
    public void A_text_without_a_recording_is_a_chime_and_says_so()
    {
        var prompt = new FlowVoice([]).Speak("Please hold the line.");
        prompt.Source.ShouldContain("not recorded");
        Loudness.Decibels(prompt.Samples.Span[..1000]).ShouldBeGreaterThan(-30);
        prompt.Samples.Length.ShouldBeGreaterThan(8000);
    }

    [Fact]
    public void A_scenario_with_its_own_sounds_is_read()
    {
        var scenario = ScenarioFile.Load(
            Write(
                """
                {
                  // Comments may stand here.
                  "title": "Mine",
                  "turns": [{ "caller": { "says": "a" }, "agent": { "says": "b", "sound": "b.wav" } }],
                  "otherwise": [{ "says": "c", "sound": "b.wav" }],
                  "expect": { "ending": "agentEnded" },
                }
                """
            )
        );
        scenario.Turns.Single().CallerVoice.ShouldBeNull();
        scenario.Turns.Single().Answer!.Voice.Length.ShouldBe(800);
        scenario.Expected.ShouldBe(new Expectation(CallEnding.AgentEnded, null, null));
    }

    [Theory]
    [InlineData("""{"turns":[]""", "cannot be read")]
    [InlineData("""{"title":"x","turns":[],"expect":{"ending":"callerHungUp"}}""", "turns is missing or empty")]
    [InlineData("""{"title":"x","turns":[],"expect":{"ending":"never"}}""", "ending")]
    [InlineData("""{"title":"x","turns":[{}],"expect":{"ending":"callerHungUp"}}""", "turns[0]")]
    [InlineData("""{"title":"x","turn":[],"expect":{"ending":"callerHungUp"}}""", "turn")]
    [InlineData("""{"title":"x","turns":[TURN]}""", "expect")]
    [InlineData(
        """{"title":"x","turns":[TURN],"otherwise":[],"expect":{"ending":"callerHungUp"}}""",
        "otherwise is empty"
    )]
    [InlineData("""{"title":"x","turns":[TURN],"expect":{"ending":"callerHungUp","turns":-1}}""", "expect.turns")]
    [InlineData("""{"title":"x","turns":[LOST],"expect":{"ending":"callerHungUp"}}""", "no.wav")]
    [InlineData("""{"title":"x","turns":[RUSH],"expect":{"ending":"callerHungUp"}}""", "interruptsAfterMilliseconds")]
    [InlineData("""{"title":"x","turns":[MUTE],"expect":{"ending":"callerHungUp"}}""", "turns[0].caller.says")]
    [InlineData("""{"title":"x","turns":[IDLE],"expect":{"ending":"callerHungUp"}}""", "turns[0] lacks its agent")]
    [InlineData("""{"title":"x","turns":[TOOL],"expect":{"ending":"callerHungUp"}}""", "tools[0].arguments")]
    [InlineData(
        """{"title":"x","turns":[TURN],"sessionSeconds":7,"expect":{"ending":"callerHungUp"}}""",
        "from 8 to 480"
    )]
    [InlineData("""{"title":"x","turns":[TURN],"expect":{"ending":"callerHungUp","heard":[""]}}""", "expect.heard[0]")]
    public void A_mistake_is_named(string json, string named)
    {
        const string Agent = """ "agent":{"says":"b","sound":"b.wav"}}""";
        var file = Write(
            json.Replace("TURN", """{"caller":{"says":"a"},""" + Agent, StringComparison.Ordinal)
                .Replace("LOST", """{"caller":{"says":"a","sound":"no.wav"},""" + Agent, StringComparison.Ordinal)
                .Replace(
                    "RUSH",
                    """{"caller":{"says":"a","interruptsAfterMilliseconds":-5},""" + Agent,
                    StringComparison.Ordinal
                )
                .Replace("IDLE", """{"caller":{"says":"a"}}""", StringComparison.Ordinal)
                .Replace(
                    "TOOL",
                    """{"caller":{"says":"a"},"tools":[{"name":"t","arguments":"{}"}]}""",
                    StringComparison.Ordinal
                )
                .Replace("MUTE", """{"caller":{"says":" "},""" + Agent, StringComparison.Ordinal)
        );
        var message = Should.Throw<ScenarioException>(() => ScenarioFile.Load(file)).Message;
        message.ShouldContain(named);
        message.ShouldContain(file);
    }

    [Fact]
    public void A_scenario_that_is_not_there_is_answered_by_those_that_are() =>
        Should
            .Throw<ScenarioException>(static () => ScenarioFile.Load("bookings"))
            .Message.ShouldBe("There is no scenario 'bookings': give a file, or one of booking, interruption, long.");

    [Fact]
    public void What_was_not_as_expected_is_said()
    {
        var expected = new Expectation(CallEnding.CallerHungUp, 3, null);
        expected.Misses(CallEnding.CallerHungUp, Facts(3, 7)).ShouldBeEmpty();
        expected.Misses(CallEnding.Failed, Facts(2, 0)).Count.ShouldBe(2);
    }

    [Fact]
    public void A_call_without_its_renewals_its_relaunch_or_its_phrases_is_not_as_expected()
    {
        var expected = new Expectation(CallEnding.TransferRequested, null, null)
        {
            Renewals = 3,
            Relaunches = 1,
            Heard = ["One moment."],
        };
        var facts = new ConversationFacts(1, 0, 4, 1, ["One moment."]);
        expected.Misses(CallEnding.TransferRequested, facts).ShouldBeEmpty();
        expected.Misses(CallEnding.TransferRequested, facts with { Renewals = 2 }).ShouldHaveSingleItem();
        expected.Misses(CallEnding.TransferRequested, facts with { Relaunches = 2 }).ShouldHaveSingleItem();
        expected
            .Misses(CallEnding.TransferRequested, facts with { Heard = ["One moment.", "One moment."] })
            .ShouldHaveSingleItem()
            .ShouldContain("2 times");
    }

    [Theory]
    [InlineData(480, 360, 450)]
    [InlineData(20, 8, 18)]
    [InlineData(8, 3, 7)]
    public void A_shorter_session_is_renewed_in_proportion(int seconds, int renewAfter, int forceAfter) =>
        SessionLength.BridgeSettings(TimeSpan.FromSeconds(seconds)).Values.ShouldBe([$"{renewAfter}", $"{forceAfter}"]);

    private static ConversationFacts Facts(int turns, int interruptions) => new(turns, interruptions, 0, 0, []);

    [Fact]
    public void What_a_turn_does_besides_is_read()
    {
        var file = Write(
            """
            {
              "title": "x",
              "sessionSeconds": 20,
              "configuration": { "greeting": "Say hello." },
              "opening": { "says": "Hello.", "sound": "b.wav" },
              "turns": [
                {
                  "caller": { "says": "a", "killsBridgeAfterMilliseconds": 0, "hangsUpAfterMilliseconds": 900 },
                  "before": { "says": "Let me see.", "sound": "b.wav" },
                  "tools": [{ "name": "t", "arguments": { "n": 1 }, "answers": "yes" }, { "name": "end_call" }]
                }
              ],
              "expect": { "ending": "agentEnded", "renewals": 1, "relaunches": 1, "heard": ["One moment."] }
            }
            """
        );

        var scenario = ScenarioFile.Load(file);

        scenario.Session.ShouldBe(TimeSpan.FromSeconds(20));
        scenario.Configuration.ShouldBe("""{ "greeting": "Say hello." }""");
        scenario.Opening!.Words.ShouldBe("Hello.");
        var turn = scenario.Turns.ShouldHaveSingleItem();
        turn.Answer.ShouldBeNull();
        turn.Before!.Words.ShouldBe("Let me see.");
        turn.KillsBridgeAfter.ShouldBe(TimeSpan.Zero);
        turn.HangsUpAfter.ShouldBe(TimeSpan.FromMilliseconds(900));
        turn.Tools.ShouldBe([new ScriptedTool("t", """{ "n": 1 }""", "yes"), new ScriptedTool("end_call", "{}", null)]);
        scenario.Expected.Heard.ShouldBe(["One moment."]);
    }

    private string Write(string json)
    {
        File.WriteAllBytes(Path.Join(_folder, "b.wav"), AWav.Of(Tone.Of(300, 100)).ToBytes());
        var file = Path.Join(_folder, "scenario.json");
        File.WriteAllText(file, json);
        return file;
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "SonicBridge.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
