using SonicBridge.Local.Script;
using SonicBridge.Local.Sonic;

namespace SonicBridge.Local.Tests.Script;

public sealed class ScriptedAgentTests
{
    private static readonly Conversation Call = new("call");
    private static readonly TimeSpan Speech = TimeSpan.FromSeconds(2.34);

    private readonly Scenario _booking = ScenarioFile.Load("booking");

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(900, 1.0)]
    [InlineData(77, 0.5)]
    [InlineData(1500, 0.7)]
    public void Each_of_the_callers_recordings_is_known_again_wherever_it_begins_and_however_loud(
        int before,
        double gain
    )
    {
        var agent = new ScriptedAgent(_booking);
        foreach (var turn in _booking.Turns)
        {
            short[] heard =
            [
                .. new short[before],
                .. turn.CallerVoice!.Value.ToArray().Select(sample => (short)(sample * gain)),
                .. new short[8000],
            ];
            var answer = agent.Answer(Call, new CallerTurn(9, heard, Speech));
            answer.ShouldBe(new AgentAnswer(turn.CallerWords, turn.Answer!.Words, turn.Answer!.Voice));
        }
    }

    [Fact]
    public void No_recording_is_taken_for_another()
    {
        var interruption = ScenarioFile.Load("interruption");
        ReadOnlyMemory<short>[] voices =
        [
            .. _booking.Turns.Select(static turn => turn.CallerVoice!.Value),
            .. _booking.Turns.Select(static turn => turn.Answer!.Voice),
            .. interruption.Turns.Select(static turn => turn.CallerVoice!.Value),
            .. interruption.Turns.Select(static turn => turn.Answer!.Voice),
            .. _booking.Otherwise.Select(static line => line.Voice),
            .. ScenarioFile.LoadFlowTexts().Select(static line => line.Voice),
        ];
        for (var i = 0; i < voices.Length; i++)
        {
            for (var j = 0; j < voices.Length; j++)
            {
                VoicePrint.Of(voices[i].Span).IsLike(VoicePrint.Of(voices[j].Span)).ShouldBe(i == j);
            }
        }
    }

    [Fact]
    public void Unknown_speech_is_marked_and_answered_by_the_common_lines_in_turn()
    {
        var agent = new ScriptedAgent(Scenario.OfUnknown(new short[10], _booking.Otherwise));
        var stranger = _booking.Turns[0].CallerVoice!.Value;
        for (var turn = 1; turn <= 4; turn++)
        {
            var answer = agent.Answer(Call, new CallerTurn(turn, stranger, Speech));
            answer.CallerText.ShouldBe("[speech, 2.3 s]");
            answer.Text.ShouldBe(_booking.Otherwise[(turn - 1) % 3].Words);
        }
    }

    [Fact]
    public void A_recording_in_a_scenarios_place_has_its_turns_by_their_order()
    {
        var agent = new ScriptedAgent(_booking.WithRecording(new short[10]));
        var silence = new short[8000];
        agent.Answer(Call, new CallerTurn(2, silence, Speech)).Text.ShouldBe(_booking.Turns[1].Answer!.Words);
        agent.Answer(Call, new CallerTurn(4, silence, Speech)).Text.ShouldBe(_booking.Otherwise[0].Words);
    }

    [Fact]
    public void A_line_whose_beginning_was_lost_is_known_by_its_end()
    {
        var agent = new ScriptedAgent(_booking);
        foreach (var turn in _booking.Turns)
        {
            var voice = turn.CallerVoice!.Value;
            agent
                .Answer(Call, new CallerTurn(1, voice[(voice.Length / 3)..], Speech))
                .CallerText.ShouldBe(turn.CallerWords);
        }
    }

    [Fact]
    public void The_callers_words_said_again_are_answered_as_they_were_and_an_opening_is_said_once()
    {
        var opening = _booking.Otherwise[0];
        var agent = new ScriptedAgent(_booking with { Opening = opening });
        var call = new Conversation("opened");

        agent.Answer(call, "Greet the caller.").Text.ShouldBe(opening.Words);
        var again = agent.Answer(call, $"I said: {_booking.Turns[1].CallerWords}");

        again.CallerText.ShouldBeNull();
        again.Text.ShouldBe(_booking.Turns[1].Answer!.Words);
    }

    [Fact]
    public void A_tools_answer_that_comes_as_text_is_spoken_about_once()
    {
        var agent = new ScriptedAgent(_booking);
        var call = new Conversation("resumed");
        var awaited = new AgentAnswer(null, "It is free.", default);
        call.Await(awaited);

        agent.Answer(call, "The tool answered: yes").ShouldBe(awaited);
        agent.Answer(call, "The tool answered: yes").ShouldNotBe(awaited);
    }
}
