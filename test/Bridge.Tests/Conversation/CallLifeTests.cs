using CsCheck;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

public sealed class CallLifeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);
    private static readonly SonicEvent[] Anything =
    [
        ModelSays.VoiceStart("a"),
        ModelSays.VoiceStart("b"),
        ModelSays.Voice(20, "a"),
        ModelSays.Voice(20, "b"),
        ModelSays.End("a"),
        ModelSays.End("b", StopReason.Interrupted),
        ModelSays.Interrupted(),
        new SonicEvent.Unknown("x"),
    ];

    private readonly CallLife _life = new(Silence, Start, Start);
    private DateTimeOffset _now = Start;

    private IReadOnlyList<TranscriptLine> Transcript => _life.Recall([]).Lines;

    [Fact]
    public void Transcript_holds_what_was_said_and_not_what_was_meant_to_be()
    {
        Hear(2, ModelSays.Caller("I want to rent a car."));
        Hear(3, ModelSays.Preview("Of course. From when until when?"));
        Hear(5, ModelSays.Final(" Of course. "));
        Transcript.ShouldBe([
            new TranscriptLine(Speaker.Caller, "I want to rent a car.", TimeSpan.FromSeconds(2)),
            new TranscriptLine(Speaker.Agent, "Of course.", TimeSpan.FromSeconds(5)),
        ]);
    }

    [Fact]
    public void Text_in_several_pieces_is_one_line()
    {
        Hear(
            1,
            new SonicEvent.ContentStart("a", ContentType.Text, Role.User, GenerationStage.Final),
            new SonicEvent.TextOutput("a", "From Monday "),
            new SonicEvent.TextOutput("a", "to Friday."),
            new SonicEvent.ContentEnd("a", StopReason.PartialTurn)
        );
        Transcript.ShouldHaveSingleItem().Text.ShouldBe("From Monday to Friday.");
    }

    [Fact]
    public void Nothing_said_is_no_line()
    {
        Hear(1, ModelSays.Caller("  "));
        Transcript.ShouldBeEmpty();
    }

    [Fact]
    public void Agents_voice_is_spoken_and_ends_with_its_block() =>
        Hear(1, ModelSays.VoiceStart(), ModelSays.Voice(32), ModelSays.End())
            .ShouldBe([typeof(CallAction.Speak), typeof(CallAction.EndTurn)]);

    [Fact]
    public void Interruption_that_is_told_thrice_drops_the_voice_once() =>
        Hear(
                1,
                ModelSays.VoiceStart(),
                ModelSays.Voice(32),
                ModelSays.Interrupted(),
                ModelSays.End("final", StopReason.Interrupted),
                ModelSays.End("voice", StopReason.Interrupted)
            )
            .ShouldBe([typeof(CallAction.Speak), typeof(CallAction.Interrupt)]);

    [Fact]
    public void Rest_of_an_interrupted_block_is_not_spoken_and_the_next_block_is() =>
        Hear(
                1,
                ModelSays.VoiceStart(),
                ModelSays.Voice(32),
                ModelSays.Interrupted(),
                ModelSays.Voice(32),
                ModelSays.End(),
                ModelSays.VoiceStart("next"),
                ModelSays.Voice(32, "next")
            )
            .ShouldBe([typeof(CallAction.Speak), typeof(CallAction.Interrupt), typeof(CallAction.Speak)]);

    [Fact]
    public void Interruption_when_the_agent_was_silent_asks_for_nothing() =>
        Hear(1, ModelSays.Interrupted()).ShouldBeEmpty();

    [Fact]
    public void Line_before_the_interruption_is_marked()
    {
        Hear(1, [.. ModelSays.Caller("Hello?"), ModelSays.VoiceStart(), ModelSays.Voice(32)]);
        Hear(2, [.. ModelSays.Final("We have three offices"), ModelSays.Interrupted()]);
        Transcript.Select(line => line.Interrupted).ShouldBe([false, true]);
    }

    [Fact]
    public void Line_after_the_interruption_is_marked_until_the_agent_speaks_again()
    {
        Hear(1, ModelSays.VoiceStart(), ModelSays.Voice(32), ModelSays.End("voice", StopReason.Interrupted));
        Hear(2, ModelSays.Final("We have three"));
        Hear(3, ModelSays.Caller("The airport."));
        Hear(4, [ModelSays.VoiceStart("next"), .. ModelSays.Final("The airport, then.")]);
        Transcript.Select(line => line.Interrupted).ShouldBe([true, false, false]);
    }

    [Fact]
    public void Callers_line_is_never_marked()
    {
        Hear(1, [.. ModelSays.Caller("Wait."), ModelSays.Interrupted()]);
        Transcript.ShouldHaveSingleItem().Interrupted.ShouldBeFalse();
    }

    [Fact]
    public void Silence_ends_the_call_at_its_limit_and_no_sooner()
    {
        Hear(0, new SonicEvent.CompletionStart());
        After(59.9, new CallInput.TimePassed()).ShouldBeNull();
        Ended(After(60, new CallInput.TimePassed())).ShouldBe((CallEnding.CallerSilent, FlowStep.End));
    }

    [Fact]
    public void Caller_of_a_model_that_never_sent_anything_is_handed_to_a_person() =>
        Ended(After(60, new CallInput.TimePassed())).ShouldBe((CallEnding.Failed, FlowStep.Transfer));

    [Fact]
    public void Callers_words_put_the_limit_off()
    {
        Hear(50, ModelSays.Caller("Still here."));
        After(109, new CallInput.TimePassed()).ShouldBeNull();
        After(110, new CallInput.TimePassed()).ShouldBeOfType<CallAction.End>();
    }

    [Fact]
    public void Who_still_speaks_is_not_hung_up_on_though_the_model_has_written_nothing_down_yet()
    {
        Hear(0, new SonicEvent.CompletionStart());
        After(60, new CallInput.TimePassed(At(58))).ShouldBeNull();
        After(66, new CallInput.TimePassed(At(58))).ShouldBeOfType<CallAction.End>();
    }

    [Fact]
    public void A_loud_room_in_which_nobody_says_a_word_is_silent_in_the_end()
    {
        Hear(0, new SonicEvent.CompletionStart());
        After(179, new CallInput.TimePassed(At(179))).ShouldBeNull();
        After(180, new CallInput.TimePassed(At(180))).ShouldBeOfType<CallAction.End>();
    }

    [Fact]
    public void Silence_counts_from_the_end_of_the_agents_words_which_come_faster_than_they_are_spoken()
    {
        Hear(10, [ModelSays.VoiceStart(), ModelSays.Voice(20_000), ModelSays.Voice(10_000)]);
        After(99, new CallInput.TimePassed()).ShouldBeNull();
        After(100, new CallInput.TimePassed()).ShouldBeOfType<CallAction.End>();
    }

    [Fact]
    public void Silence_counts_from_an_interruption_since_the_rest_is_not_heard()
    {
        Hear(10, [ModelSays.VoiceStart(), ModelSays.Voice(30_000)]);
        Hear(12, ModelSays.Interrupted());
        After(71, new CallInput.TimePassed()).ShouldBeNull();
        After(72, new CallInput.TimePassed()).ShouldBeOfType<CallAction.End>();
    }

    [Fact]
    public void Each_end_decides_what_becomes_of_the_caller()
    {
        EndBy(new CallInput.CallerLeft(CallEnding.CallerHungUp, "gone"))
            .ShouldBe((CallEnding.CallerHungUp, FlowStep.End));
        EndBy(new CallInput.CallerLeft(CallEnding.StreamReused, "reused"))
            .ShouldBe((CallEnding.StreamReused, FlowStep.End));
        EndBy(new CallInput.Broke("broke")).ShouldBe((CallEnding.Failed, FlowStep.Transfer));
        EndBy(new CallInput.ModelEnded(new SonicEnd(SonicEndKind.TimedOut, "eight minutes")))
            .ShouldBe((CallEnding.Failed, FlowStep.Transfer));
        EndBy(new CallInput.ExecutionGone()).ShouldBe((CallEnding.Failed, FlowStep.Transfer));
    }

    [Fact]
    public void First_end_counts()
    {
        After(1, new CallInput.Broke("first")).ShouldBeOfType<CallAction.End>();
        After(2, new CallInput.CallerLeft(CallEnding.CallerHungUp, "later")).ShouldBeNull();
        _life.Ended!.Outcome.Detail.ShouldBe("first");
    }

    [Fact]
    public void Bridge_that_is_told_to_stop_goes_on_conversing_and_says_so_once()
    {
        After(1, new CallInput.StopAsked()).ShouldBeOfType<CallAction.Leave>();
        After(2, new CallInput.StopAsked()).ShouldBeNull();
        _life.IsLeaving.ShouldBeTrue();
        Hear(3, [ModelSays.VoiceStart(), ModelSays.Voice(32)]).ShouldBe([typeof(CallAction.Speak)]);
        _life.Ended.ShouldBeNull();
    }

    public static TheoryData<int> EndsOfOneThatLeaves => [.. Enumerable.Range(0, s_endsOfOneThatLeaves.Length)];

    private static readonly CallInput[] s_endsOfOneThatLeaves =
    [
        new CallInput.CallerLeft(CallEnding.CallerHungUp, "gone"),
        new CallInput.Broke("broke"),
        new CallInput.ModelEnded(new SonicEnd(SonicEndKind.TimedOut, "eight minutes")),
        new CallInput.LeaveOver(),
    ];

    [Theory]
    [MemberData(nameof(EndsOfOneThatLeaves))]
    public void Whatever_ends_a_bridge_that_leaves_is_the_next_ones_to_find_out(int end)
    {
        After(1, new CallInput.StopAsked());
        After(2, s_endsOfOneThatLeaves[end]).ShouldBeOfType<CallAction.End>();
        _life.Ended!.Farewell.ShouldBe(Farewell.HandedOn);
    }

    [Fact]
    public void Execution_that_no_longer_waits_for_a_bridge_that_leaves_is_no_news()
    {
        After(1, new CallInput.StopAsked());
        After(2, new CallInput.ExecutionGone()).ShouldBeNull();
        After(3, new CallInput.Superseded()).ShouldBeOfType<CallAction.End>();
        _life.Ended!.Farewell.ShouldBe(Farewell.Untouched);
    }

    [Fact]
    public void What_was_said_to_the_bridge_before_comes_first()
    {
        var before = new Recollection([new TranscriptLine(Speaker.Caller, "Hello?", TimeSpan.Zero)], 0);
        var life = new CallLife(Silence, Start, Start, null, before);
        foreach (var heard in ModelSays.Final("Good morning."))
        {
            life.Handle(new CallInput.ModelSpoke(heard), Start);
        }

        life.Recall([]).Lines.Select(line => line.Text).ShouldBe(["Hello?", "Good morning."]);
    }

    [Fact]
    public void After_the_end_last_words_are_noted_and_not_spoken()
    {
        After(1, new CallInput.Broke("broke"));
        Hear(2, [ModelSays.VoiceStart(), ModelSays.Voice(32), .. ModelSays.Final("Goodbye.")]).ShouldBeEmpty();
        Transcript.ShouldHaveSingleItem().Text.ShouldBe("Goodbye.");
    }

    [Fact]
    public void Bridge_that_is_superseded_leaves_everything_untouched_even_after_another_end()
    {
        After(1, new CallInput.Broke("broke"));
        After(2, new CallInput.Superseded());
        _life.Ended!.Farewell.ShouldBe(Farewell.Untouched);
    }

    [Fact]
    public void Execution_that_is_gone_gets_no_report()
    {
        After(1, new CallInput.ExecutionGone());
        _life.Ended!.Farewell.ShouldBe(Farewell.Unreported);
    }

    [Fact]
    public void Whatever_the_model_sends_each_interruption_drops_something_and_nothing_is_spoken_after_the_end() =>
        Gen.Int[0, Anything.Length - 1]
            .Select(i => Anything[i])
            .Array[0, 40]
            .Sample(events =>
            {
                var life = new CallLife(Silence, Start, Start);
                var heard = events
                    .Select(e => life.Handle(new CallInput.ModelSpoke(e), Start))
                    .OfType<CallAction>()
                    .ToList();
                for (var i = 0; i < heard.Count; i++)
                {
                    if (heard[i] is CallAction.Interrupt)
                    {
                        var since = heard.FindLastIndex(Math.Max(0, i - 1), action => action is CallAction.Interrupt);
                        heard[(since + 1)..i].ShouldContain(action => action is CallAction.Speak);
                    }
                }

                life.Handle(new CallInput.Broke("broke"), Start);
                events.ShouldAllBe(e => life.Handle(new CallInput.ModelSpoke(e), Start) == null);
            });

    private List<Type> Hear(double seconds, params SonicEvent[] events)
    {
        _now = Start.AddSeconds(seconds);
        return
        [
            .. events
                .Select(e => _life.Handle(new CallInput.ModelSpoke(e), _now))
                .OfType<CallAction>()
                .Select(action => action.GetType()),
        ];
    }

    private static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    private CallAction? After(double seconds, CallInput input) => _life.Handle(input, Start.AddSeconds(seconds));

    private static (CallEnding Ending, FlowStep Next) EndBy(CallInput input) =>
        Ended(new CallLife(Silence, Start, Start).Handle(input, Start));

    private static (CallEnding Ending, FlowStep Next) Ended(CallAction? action)
    {
        var outcome = action.ShouldBeOfType<CallAction.End>().Outcome;
        outcome.Detail.ShouldNotBeNullOrEmpty();
        return (outcome.Ending, outcome.Next);
    }
}
