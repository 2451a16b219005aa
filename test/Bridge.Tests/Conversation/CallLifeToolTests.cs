using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Tools;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>What a call does about what the agent asks for.</summary>
public sealed class CallLifeToolTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly CallLife _life = new(
        TimeSpan.FromSeconds(60),
        s_start,
        s_start,
        new CallConfiguration
        {
            MaximumSeconds = 600,
            WaitingPhrase = "One moment.",
            Transfer = new TransferConfiguration { Queue = "arn:queue" },
        }
    );

    private DateTimeOffset _now = s_start;

    [Fact]
    public void A_tool_is_run_and_the_model_told_what_came_of_it()
    {
        var use = new SonicEvent.ToolUse("u1", "look_up", "{}");

        Hear(use).ShouldBe(new CallAction.RunTool(use));
        Take(new CallInput.ToolAnswered("u1", new ToolAnswer("""{"cars":2}""")))
            .ShouldBe(new CallAction.AnswerTool(use, """{"cars":2}"""));
        Take(new CallInput.ToolAnswered("u1", new ToolAnswer("{}"))).ShouldBeNull();
    }

    [Fact]
    public void The_caller_hears_a_phrase_while_a_tool_is_slow_and_hears_it_once()
    {
        Hear(new SonicEvent.ToolUse("u1", "look_up", "{}"));
        _life.Deadline.ShouldBe(s_start.AddSeconds(1.5));

        After(1.4).ShouldBeNull();
        After(0.1).ShouldBe(new CallAction.Say("One moment."));
        After(5).ShouldBeNull();
    }

    [Fact]
    public void The_phrase_waits_until_the_agent_has_said_its_own()
    {
        Hear(new SonicEvent.ToolUse("u1", "look_up", "{}"));
        Hear(ModelSays.VoiceStart());
        Hear(ModelSays.Voice(3000));

        After(1.5).ShouldBeNull();
        _life.Deadline.ShouldBe(s_start.AddSeconds(4.5));
    }

    [Fact]
    public void Once_the_call_has_ended_nothing_is_run_or_answered()
    {
        Take(new CallInput.CallerLeft(CallEnding.CallerHungUp, "gone"));

        Hear(new SonicEvent.ToolUse("u1", "look_up", "{}")).ShouldBeNull();
        Hear(new SonicEvent.ToolUse("u2", "end_call", "{}")).ShouldBeNull();
        Take(new CallInput.ToolAnswered("u1", new ToolAnswer("{}"))).ShouldBeNull();
    }

    [Fact]
    public void The_agent_ends_the_call_when_its_last_words_were_played()
    {
        Hear(EndCall()).ShouldBeOfType<CallAction.AnswerTool>().Json.ShouldContain("\"ok\"");
        _now += TimeSpan.FromSeconds(1);
        Hear(ModelSays.VoiceStart());
        Hear(ModelSays.Voice(4000));
        Hear(ModelSays.End());

        After(4.4).ShouldBeNull();
        var end = After(0.1).ShouldBeOfType<CallAction.End>();

        (end.Outcome.Ending, end.Outcome.Next, end.Transfer).ShouldBe((CallEnding.AgentEnded, FlowStep.End, null));
    }

    [Fact]
    public void An_agent_that_has_said_its_last_words_before_has_a_moment_for_more()
    {
        Hear(EndCall());

        _life.Deadline.ShouldBe(s_start + Parting.LastWordsBegin);
        After(3).ShouldBeOfType<CallAction.End>();
    }

    [Fact]
    public void A_call_does_not_end_amid_the_agents_words_unless_they_never_end()
    {
        Hear(EndCall());
        Hear(ModelSays.VoiceStart());
        Hear(ModelSays.Voice(100));

        After(30).ShouldBeNull();
        After(30).ShouldBeOfType<CallAction.End>();
    }

    [Fact]
    public void A_caller_who_speaks_over_the_goodbye_is_not_hung_up_on()
    {
        Hear(EndCall());
        Hear(ModelSays.VoiceStart());
        Hear(ModelSays.Voice(4000));
        Hear(ModelSays.Interrupted()).ShouldBeOfType<CallAction.Interrupt>();

        After(20).ShouldBeNull();
    }

    [Fact]
    public void A_transfer_tells_queue_and_summary_and_is_not_taken_back()
    {
        Hear(new SonicEvent.ToolUse("u1", "transfer_to_agent", """{"summary":"Wants a van."}"""));
        Hear(ModelSays.VoiceStart());
        Hear(ModelSays.Voice(4000));
        Hear(ModelSays.Interrupted());
        Hear(EndCall());

        var end = After(5).ShouldBeOfType<CallAction.End>();

        end.Outcome.Ending.ShouldBe(CallEnding.TransferRequested);
        end.Outcome.Next.ShouldBe(FlowStep.Transfer);
        end.Transfer.ShouldBe(new TransferTarget("arn:queue", "Wants a van."));
    }

    [Theory]
    [InlineData(true, "Reach her at [phone].")]
    [InlineData(false, "Reach her at 020 7946 0958.")]
    public void The_summary_of_a_transfer_is_masked_where_numbers_are(bool masks, string expected)
    {
        var configuration = new CallConfiguration
        {
            Privacy = new PrivacyConfiguration { MaskNumbers = masks },
            Transfer = new TransferConfiguration { Queue = "arn:aws:connect:eu-west-2:123456789012:queue/1" },
        };
        var life = new CallLife(TimeSpan.FromSeconds(60), s_start, s_start, configuration);
        var use = new SonicEvent.ToolUse("u1", "transfer_to_agent", """{"summary":"Reach her at 020 7946 0958."}""");

        life.Handle(new CallInput.ModelSpoke(use), s_start);

        life.Promised!.Transfer.ShouldBe(
            new TransferTarget("arn:aws:connect:eu-west-2:123456789012:queue/1", expected)
        );
    }

    [Fact]
    public void A_call_ends_when_it_has_taken_as_long_as_it_may()
    {
        for (var minute = 0; minute < 10; minute++)
        {
            _life.Ended.ShouldBeNull();
            _now += TimeSpan.FromSeconds(59);
            Hear(ModelSays.VoiceStart());
            Hear(ModelSays.Voice(10));
            Hear(ModelSays.End());
        }

        _life.Deadline.ShouldBe(s_start.AddSeconds(600));
        After(10).ShouldBeOfType<CallAction.End>().Outcome.Ending.ShouldBe(CallEnding.MaximumLength);
    }

    [Fact]
    public void Who_waits_for_a_tool_is_not_hung_up_on_for_his_silence()
    {
        Hear(new SonicEvent.CompletionStart());
        Hear(new SonicEvent.ToolUse("t1", "look_up", "{}"));
        After(2).ShouldBeOfType<CallAction.Say>();
        After(59).ShouldBeNull();
        _life.Ended.ShouldBeNull();
        Take(new CallInput.ToolAnswered("t1", new ToolAnswer("{}"))).ShouldBeOfType<CallAction.AnswerTool>();
        After(1).ShouldBeNull();
    }

    private static SonicEvent.ToolUse EndCall() => new("e1", "end_call", "");

    private CallAction? Hear(SonicEvent heard) => Take(new CallInput.ModelSpoke(heard));

    private CallAction? Take(CallInput input) => _life.Handle(input, _now);

    private CallAction? After(double seconds)
    {
        _now += TimeSpan.FromSeconds(seconds);
        return Take(new CallInput.TimePassed());
    }
}
