using SonicBridge.Local.Audio;
using SonicBridge.Local.Caller;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Tests.Audio;

namespace SonicBridge.Local.Tests.Caller;

public sealed class CallerActorTests
{
    private const int BlockMilliseconds = 64;

    private readonly List<short> _said = [];
    private TimeSpan _now;

    [Fact]
    public void The_caller_hears_the_greeting_out_before_speaking()
    {
        var caller = Caller(Says(1000));
        caller.AgentBegins(Seconds(0.5));
        Pass(caller, 4);
        caller.AgentEnds(_now);
        Pass(caller, 1.1);
        _said.ShouldAllBe(static sample => sample == 0);

        Pass(caller, 0.2);

        _said.ShouldContain(static sample => sample != 0);
    }

    [Fact]
    public void A_caller_whom_the_agent_welcomes_waits_for_it_after_the_flows_greeting()
    {
        var caller = new CallerActor([Says(1000)], new CallerManners { Welcomes = 2 });
        Answer(caller);
        Pass(caller, 5);
        caller.Begun.ShouldBe(0);
        Answer(caller);
        Pass(caller, 1.5);
        caller.Begun.ShouldBe(1);
    }

    [Fact]
    public void A_caller_hangs_up_in_the_midst_of_a_line()
    {
        var caller = Caller(Says(3000) with { HangsUpAfter = TimeSpan.FromSeconds(1) });
        Answer(caller);
        Pass(caller, 2);
        caller.HasHungUp.ShouldBeFalse();
        Pass(caller, 1);
        caller.HasHungUp.ShouldBeTrue();
        _said.Count(static sample => sample != 0).ShouldBeInRange(7000, 9000);
    }

    [Fact]
    public void A_gap_between_two_prompts_is_no_end()
    {
        var caller = Caller(Says(1000));
        for (var prompt = 0; prompt < 5; prompt++)
        {
            caller.AgentBegins(_now);
            Pass(caller, 1);
            caller.AgentEnds(_now);
            Pass(caller, 0.9);
        }

        caller.Begun.ShouldBe(0);
    }

    [Fact]
    public void An_utterance_is_said_sample_for_sample_and_once()
    {
        var voice = Tone.Of(440, 777);
        var caller = Caller(new Utterance(voice, null));
        Answer(caller);
        Pass(caller, 5);
        var start = _said.FindIndex(static sample => sample != 0) - 1;
        _said.Skip(start).Take(voice.Length).ShouldBe(voice);
        _said.Skip(start + voice.Length).ShouldAllBe(static sample => sample == 0);
    }

    [Fact]
    public void Each_utterance_waits_for_the_answer_to_the_one_before()
    {
        var caller = Caller(Says(500), Says(500));
        Answer(caller);
        Pass(caller, 5);
        caller.Begun.ShouldBe(1);
        Answer(caller);
        Pass(caller, 2);
        caller.Begun.ShouldBe(2);
    }

    [Fact]
    public void A_caller_who_is_never_answered_speaks_on_and_then_hangs_up()
    {
        var caller = Caller(Says(500), Says(500));
        Pass(caller, 11.9);
        caller.Begun.ShouldBe(0);
        Pass(caller, 0.3);
        caller.Begun.ShouldBe(1);
        Pass(caller, 12.6);
        caller.Begun.ShouldBe(2);
        Pass(caller, 12.6);
        caller.HasHungUp.ShouldBeTrue();
    }

    [Fact]
    public void A_caller_who_interrupts_speaks_while_the_agent_does()
    {
        var caller = Caller(Says(500), Says(500) with { InterruptsAfter = Seconds(2) });
        Answer(caller);
        Pass(caller, 3);
        caller.AgentBegins(_now);
        Pass(caller, 1.9);
        caller.Begun.ShouldBe(1);
        Pass(caller, 0.3);
        caller.Begun.ShouldBe(2);
    }

    [Fact]
    public void What_the_agent_still_said_during_the_callers_words_is_no_answer_to_them()
    {
        var caller = Caller(Says(2000));
        Answer(caller);
        Pass(caller, 1.5);
        caller.AgentBegins(_now);
        Pass(caller, 0.5);
        caller.AgentEnds(_now);
        Pass(caller, 5);
        caller.HasHungUp.ShouldBeFalse();
        Answer(caller);
        Pass(caller, 2);
        caller.HasHungUp.ShouldBeTrue();
    }

    [Fact]
    public void An_answer_given_while_a_recording_ends_in_silence_counts()
    {
        var caller = Caller(
            new Utterance(
                new short[][] { Tone.Of(440, 1000), Tone.Silence(6000) }
                    .SelectMany(static s => s)
                    .ToArray(),
                null
            )
        );
        Answer(caller);
        Pass(caller, 4);
        Answer(caller);
        Pass(caller, 6);
        caller.HasHungUp.ShouldBeTrue();
    }

    private static Utterance Says(int milliseconds) => new(Tone.Of(440, milliseconds), null);

    private static CallerActor Caller(params Utterance[] utterances) => new(utterances, new CallerManners());

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private void Answer(CallerActor caller)
    {
        caller.AgentBegins(_now);
        Pass(caller, 1);
        caller.AgentEnds(_now);
    }

    private void Pass(CallerActor caller, double seconds)
    {
        var block = new short[StreamingRun.BlockSamples];
        for (var n = 0; n < (int)(seconds * 1000 / BlockMilliseconds); n++)
        {
            caller.Speak(block, _now);
            _said.AddRange(block);
            _now += Telephone.DurationOf(block.Length);
        }
    }
}
