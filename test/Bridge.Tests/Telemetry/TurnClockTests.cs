using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Telemetry;

namespace SonicBridge.Bridge.Tests.Telemetry;

public sealed class TurnClockTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<TurnMetrics> _turns = [];
    private readonly TurnClock _clock;

    public TurnClockTests() => _clock = new TurnClock(_time, _turns.Add);

    [Fact]
    public void A_turn_is_measured_from_the_callers_last_word()
    {
        _clock.CallerSpoke();
        After(500);
        _clock.CallerSpoke();
        After(1800);
        _clock.CallerWasHeard();
        After(200);
        _clock.AgentSpoke();
        After(90);
        _clock.PromptIsPlayable();
        After(1000);
        _clock.AgentSpoke();
        _clock.PromptIsPlayable();
        _clock.End();

        var turn = _turns.ShouldHaveSingleItem();
        turn.ModelLatency.ShouldBe(TimeSpan.FromMilliseconds(2000));
        turn.TimeToFirstPrompt.ShouldBe(TimeSpan.FromMilliseconds(2090));
        turn.At.ShouldBe(_time.GetUtcNow());
    }

    [Fact]
    public void Who_greets_answers_nobody()
    {
        _clock.AgentSpoke();
        _clock.PromptIsPlayable();
        _clock.End();
        var turn = _turns.ShouldHaveSingleItem();
        turn.ModelLatency.ShouldBeNull();
        turn.TimeToFirstPrompt.ShouldBeNull();
    }

    [Fact]
    public void A_caller_who_speaks_over_the_agent_belongs_to_the_turn_that_he_ends()
    {
        Ask();
        _clock.AgentSpoke();
        After(700);
        _clock.CallerSpoke();
        _clock.Interrupted();
        After(1700);
        _clock.CallerWasHeard();
        _clock.AgentSpoke();
        _clock.End();

        _turns.Select(static turn => turn.Interruptions).ShouldBe([1, 0]);
        _turns[1].ModelLatency.ShouldBe(TimeSpan.FromMilliseconds(1700));
    }

    [Fact]
    public void Words_that_come_in_two_texts_are_one_turn()
    {
        Ask();
        Ask();
        _clock.AgentSpoke();
        _clock.End();
        _turns.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_happens_between_turns_is_counted_once()
    {
        _clock.Relaunched();
        _clock.Lost(3);
        Ask();
        _clock.AgentSpoke();
        _clock.Renewed();
        Ask();
        _clock.AgentSpoke();
        _clock.End();
        _clock.End();

        _turns
            .Select(static turn => (turn.Relaunches, turn.LostBlocks, turn.Renewals))
            .ShouldBe([(1, 3L, 1), (0, 0L, 0)]);
    }

    private void Ask()
    {
        _clock.CallerSpoke();
        After(1750);
        _clock.CallerWasHeard();
    }

    private void After(int milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
}
