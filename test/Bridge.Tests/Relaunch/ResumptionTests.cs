using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Relaunch;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Relaunch;

public sealed class ResumptionTests
{
    private static readonly TranscriptLine s_question = new(Speaker.Caller, "Which cars are free?", TimeSpan.Zero);
    private static readonly TranscriptLine s_answer = new(Speaker.Agent, "Three.", TimeSpan.FromSeconds(3));

    private static Checkpoint Left(bool leaving, int settled) =>
        new()
        {
            Generation = 1,
            Since = DateTimeOffset.UnixEpoch,
            At = DateTimeOffset.UnixEpoch,
            StartedAt = DateTimeOffset.UnixEpoch,
            AfterFragment = "7",
            Lines = [s_question, s_answer, s_question],
            Settled = settled,
            Leaving = leaving,
        };

    [Theory]
    [InlineData(false, 3, true)]
    [InlineData(false, 2, true)]
    [InlineData(true, 2, true)]
    [InlineData(true, 3, false)]
    public void The_caller_is_asked_for_patience_unless_the_bridge_before_spoke_until_now_and_owes_no_answer(
        bool leaving,
        int settled,
        bool isAwaited
    ) => Resumption.From(Left(leaving, settled)).IsAwaited.ShouldBe(isAwaited);

    [Fact]
    public void What_was_not_answered_is_said_again()
    {
        Resumption.From(Left(leaving: false, settled: 2)).Said.Unanswered.ShouldBe("Which cars are free?");
        Resumption.From(Left(leaving: false, settled: 3)).Said.Unanswered.ShouldBeNull();
    }

    [Fact]
    public void So_is_what_a_tool_was_asked_for_though_the_agent_spoke_after_it()
    {
        var left = Left(leaving: true, settled: 3) with { Lines = [s_question, s_answer, s_question, s_answer] };

        var resumed = Resumption.From(left with { Settled = 4, AwaitsTool = true });

        (resumed.Said.Settled, resumed.Said.Unanswered).ShouldBe((2, "Which cars are free?"));
        resumed.IsAwaited.ShouldBeTrue();
        Recollection.Nothing.Reopened().ShouldBe(Recollection.Nothing);
    }

    [Theory]
    [InlineData(CallEnding.TransferRequested, 3, true)]
    [InlineData(CallEnding.AgentEnded, 3, false)]
    [InlineData(CallEnding.AgentEnded, 2, true)]
    public void Nobody_is_asked_for_patience_who_was_told_goodbye(CallEnding promised, int settled, bool isAwaited)
    {
        var left = Left(leaving: false, settled) with { Promised = new PromisedEnding(promised) };

        Resumption
            .From(left)
            .ShouldSatisfyAllConditions(
                resumed => resumed.IsAwaited.ShouldBe(isAwaited),
                resumed => resumed.Promised.ShouldBe(new PromisedEnding(promised))
            );
    }

    [Fact]
    public void A_bridge_that_left_nothing_leaves_a_call_that_begins() =>
        Resumption
            .From(null)
            .ShouldSatisfyAllConditions(
                resumed => resumed.Said.Lines.ShouldBeEmpty(),
                resumed => resumed.AfterFragment.ShouldBeNull(),
                resumed => resumed.IsAwaited.ShouldBeTrue()
            );

    [Fact]
    public void What_this_bridge_hears_comes_after_what_the_one_before_heard()
    {
        var before = new Recollection([s_question, s_answer, s_question], 2);

        before.Then(new Recollection([], 0)).Unanswered.ShouldBe("Which cars are free?");
        before
            .Then(new Recollection([s_answer, s_question], 1))
            .ShouldSatisfyAllConditions(
                all => all.Lines.ShouldBe([s_question, s_answer, s_question, s_answer, s_question]),
                all => all.Settled.ShouldBe(4)
            );
        before.Then(new Recollection([s_question], 0)).Settled.ShouldBe(2);
    }
}
