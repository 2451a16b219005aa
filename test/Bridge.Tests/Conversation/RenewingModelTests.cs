using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

public sealed class RenewingModelTests
{
    [Fact]
    public void First_session_begins_at_once_and_without_history()
    {
        using var call = new ALongCall().Begin();
        call.Last.Messages.ShouldBeEmpty();
        call.Last.Told.ShouldBeEmpty();
        AssertNothingLost(call.Speak(1));
    }

    [Fact]
    public void Agent_that_is_to_open_is_asked_once()
    {
        using var call = new ALongCall { Greeting = "Say hello." }.Begin();
        call.Last.Told.ShouldBe(["Say hello."]);
        call.Say([ModelSays.VoiceStart(), ModelSays.Voice(500), ModelSays.End(), .. ModelSays.Final("Hello!")]);
        call.Quiet(365);
        call.Current.Number.ShouldBe(2);
        call.Current.Told.ShouldBeEmpty();
        call.Current.Messages.ShouldBe(["caller: Say hello.", "agent: Hello!"]);
    }

    [Fact]
    public void Session_gives_way_at_a_pause_from_its_sixth_minute_on()
    {
        using var call = new ALongCall().Begin();
        call.Speak(2).Quiet(3).Turn("A car, please.", "From when?").Quiet(350);
        call.Sessions.ShouldHaveSingleItem();
        // 5:58: the caller speaks, is answered, and listens.
        call.Quiet(3).Speak(4).Quiet(2);
        call.Current.Number.ShouldBe(1);
        call.Turn("From Monday.", "Until when?", 3000).Quiet(2.5);
        call.Current.Number.ShouldBe(1);
        call.Quiet(1);
        call.Current.Number.ShouldBe(2);
        call.Current.Messages.ShouldBe([
            "caller: A car, please.",
            "agent: From when?",
            "caller: From Monday.",
            "agent: Until when?",
        ]);
        call.Sessions[0].ToldGoodbye.ShouldBeTrue();
        AssertNothingLost(call.Speak(3));
        call.Sessions[1].Heard.ShouldNotBeEmpty();
        call.Model.Renewals.ShouldBe(1);
        call.Turns.End();
        call.TurnsTold.Sum(static turn => turn.Renewals).ShouldBe(1);
    }

    [Fact]
    public void Session_gives_way_when_nobody_speaks_at_all()
    {
        using var call = new ALongCall().Begin();
        call.Quiet(3590);
        call.Sessions.Count.ShouldBe(10);
        AssertNothingLost(call);
    }

    [Fact]
    public void Session_gives_way_though_nothing_comes_from_the_callers_stream()
    {
        using var call = new ALongCall().Begin();
        call.Speak(1).Nothing(380);
        call.Current.Number.ShouldBe(2);
    }

    [Fact]
    public void Session_gives_way_in_good_time_though_the_caller_never_pauses()
    {
        using var call = new ALongCall().Begin();
        call.Speak(451);
        call.Current.Number.ShouldBeGreaterThan(1);
        call.Current.Heard.ShouldNotBeEmpty();
        AssertNothingLost(call);
    }

    [Fact]
    public void Turn_under_way_is_finished_by_the_session_that_began_it()
    {
        using var call = new ALongCall().Begin();
        call.Speak(449).Say([.. ModelSays.Caller("Hello?"), ModelSays.VoiceStart("old"), ModelSays.Voice(500, "old")]);
        call.Speak(2);
        call.Current.Number.ShouldBeGreaterThan(1);
        call.Sessions[0].ToldGoodbye.ShouldBeFalse();
        call.Say(call.Sessions[0], [ModelSays.Voice(700, "old"), ModelSays.End("old"), .. ModelSays.Final("Yes?")]);
        call.Speak(1);
        call.Sessions[0].ToldGoodbye.ShouldBeTrue();
        call.Agent.Told.ShouldBe(["speak 8000", "speak 11200", "end turn"]);
        AssertNothingLost(call);
    }

    [Fact]
    public void The_last_turn_of_a_session_that_has_given_way_can_be_spoken_over()
    {
        using var call = new ALongCall().Begin();
        call.Speak(449)
            .Say([.. ModelSays.Caller("Tell me."), ModelSays.VoiceStart("old"), ModelSays.Voice(6000, "old")]);
        call.Quiet(2);
        call.Current.Number.ShouldBeGreaterThan(1);
        call.Speak(0.3).Quiet(0.5);
        call.Agent.Told.ShouldBe(["speak 96000"]);
        call.Speak(1);
        call.Agent.Told.ShouldBe(["speak 96000", "interrupt"]);
        call.Say(
            call.Sessions[0],
            [ModelSays.Voice(700, "old"), ModelSays.End("old"), .. ModelSays.Final("All of it.")]
        );
        call.Say(call.Sessions[0], [ModelSays.VoiceStart("more"), ModelSays.Voice(700, "more"), ModelSays.End("more")]);
        call.Speak(1).Quiet(1);
        call.Agent.Told.ShouldBe(["speak 96000", "interrupt"]);
        call.Sessions[0].ToldGoodbye.ShouldBeTrue();
        call.Current.Told.ShouldBeEmpty();
        AssertNothingLost(call);
    }

    [Fact]
    public void Words_that_a_lost_session_has_left_can_be_spoken_over_while_they_are_heard()
    {
        using var call = new ALongCall().Begin();
        call.Speak(2).Quiet(3).Turn("Tell me.", "All of it.", 8000);
        call.Do(() => call.Last.End(SonicEndKind.TimedOut)).Quiet(2).Speak(1);
        call.Agent.Told.ShouldBe(["speak 128000", "end turn", "interrupt"]);
        call.Turn("Stop.", "Very well.").Quiet(2).Speak(1);
        call.Agent.Told.ShouldBe(["speak 128000", "end turn", "interrupt", "speak 3200", "end turn"]);
        AssertNothingLost(call);
    }

    [Fact]
    public void Words_that_a_forced_renewal_leaves_with_the_old_session_are_answered_by_it()
    {
        using var call = new ALongCall { IsLively = true }.Begin();
        call.Quiet(355).Speak(94.5).Quiet(0.7);
        call.Current.Number.ShouldBeGreaterThan(1);
        call.Quiet(8);
        call.Answers.ShouldBe(1);
        call.Sessions[0].ToldGoodbye.ShouldBeTrue();
        AssertNothingLost(call.Speak(1));
    }

    [Fact]
    public void Session_that_is_cut_is_replaced_and_unanswered_words_are_said_again()
    {
        using var call = new ALongCall().Begin();
        call.Speak(2).Quiet(3).Turn("A car, please.", "From when?").Speak(1);
        call.Say(ModelSays.Caller("From Monday.", "c")).Do(() => call.Sessions[0].End(SonicEndKind.Disconnected));
        call.Quiet(1);
        call.Current.Number.ShouldBe(2);
        call.Current.Messages.ShouldBe(["caller: A car, please.", "agent: From when?"]);
        call.Current.Told.ShouldBe(["From Monday."]);
        AssertNothingLost(call.Speak(1));
        call.Model.Losses.ShouldBe(1);
    }

    [Fact]
    public void Turn_that_breaks_is_dropped_and_said_anew()
    {
        using var call = new ALongCall().Begin();
        call.Speak(2).Quiet(3);
        call.Say([.. ModelSays.Caller("Hello?", "c"), ModelSays.VoiceStart("v"), ModelSays.Voice(3000, "v")]);
        call.Do(() => call.Sessions[0].End(SonicEndKind.Unavailable));
        call.Quiet(0.5);
        call.Agent.Told.ShouldBe(["speak 48000", "interrupt"]);
        call.Current.Told.ShouldBe(["Hello?"]);
        call.Say([ModelSays.VoiceStart("w"), ModelSays.Voice(1000, "w"), ModelSays.End("w")]);
        call.Agent.Told.ShouldBe(["speak 48000", "interrupt", "speak 16000", "end turn"]);
    }

    [Fact]
    public void Voice_that_never_left_a_lost_session_goes_to_the_next()
    {
        using var call = new ALongCall().Begin();
        call.Speak(1).Do(() => call.Last.Stall()).Speak(2);
        call.Do(() => call.Last.End(SonicEndKind.Disconnected)).Speak(2);
        call.Current.Number.ShouldBe(2);
        AssertNothingLost(call);
    }

    [Fact]
    public void Session_that_takes_nothing_more_is_replaced()
    {
        using var call = new ALongCall().Begin();
        call.Speak(1).Do(() => call.Last.Stall()).Speak(20);
        call.Current.Number.ShouldBe(2);
        AssertNothingLost(call);
    }

    [Fact]
    public void Session_that_falls_silent_in_mid_turn_is_replaced()
    {
        using var call = new ALongCall().Begin();
        call.Say([.. ModelSays.Caller("Hello?", "c"), ModelSays.VoiceStart("v"), ModelSays.Voice(500, "v")]);
        call.Quiet(9);
        call.Current.Number.ShouldBe(2);
        call.Current.Told.ShouldBe(["Hello?"]);
    }

    [Fact]
    public void Session_that_never_answers_is_replaced()
    {
        using var call = new ALongCall().Begin();
        call.Say(ModelSays.Caller("Hello?", "c")).Quiet(9);
        call.Current.Number.ShouldBe(2);
        call.Current.Told.ShouldBe(["Hello?"]);
    }

    [Fact]
    public void Session_that_takes_no_notice_of_a_sentence_is_replaced_whatever_it_counts()
    {
        using var call = new ALongCall().Begin();
        call.Speak(2).Say(new SonicEvent.Usage(1, 1)).Quiet(7).Say(new SonicEvent.Usage(2, 2));
        call.Current.Number.ShouldBe(1);
        call.Quiet(2);
        call.Current.Number.ShouldBe(2);
        // If that one hears nothing either, it was no speech.
        call.Speak(2).Quiet(30).Current.Number.ShouldBe(2);
        call.Turn("Hello?", "Yes?").Quiet(1).Speak(2).Quiet(9).Current.Number.ShouldBe(3);
        AssertNothingLost(call);
    }

    [Fact]
    public void Noise_and_a_tool_that_is_awaited_are_no_sign_of_deafness()
    {
        using var call = new ALongCall().Begin();
        call.Speak(0.5).Quiet(12);
        call.Say(new SonicEvent.ToolUse("a", "look_up", "{}")).Speak(2).Quiet(20);
        call.Current.Number.ShouldBe(1);
    }

    [Fact]
    public void Model_without_room_is_asked_again_after_a_while()
    {
        var opened = 0;
        using var call = new ALongCall
        {
            OnOpen = session =>
            {
                if (++opened is 2 or 3)
                {
                    session.End(SonicEndKind.Throttled);
                }
            },
        }.Begin();
        call.Speak(6).Do(() => call.Sessions[0].End(SonicEndKind.Throttled)).Speak(5);
        call.Sessions.Count.ShouldBe(4);
        (call.Sessions[2].OpenedAt - call.Sessions[1].OpenedAt).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
        AssertNothingLost(call);
    }

    [Fact]
    public void Refusal_of_the_next_session_does_not_disturb_the_current_one()
    {
        var opened = 0;
        using var call = new ALongCall
        {
            OnOpen = session =>
            {
                if (++opened is 2 or 3)
                {
                    session.End(SonicEndKind.Throttled);
                }
            },
        }.Begin();
        call.Quiet(370);
        call.Sessions.Count.ShouldBe(4);
        call.Sessions[0].Heard.Count.ShouldBeGreaterThan(5_700_000);
        call.Current.Number.ShouldBe(4);
        AssertNothingLost(call);
    }

    [Fact]
    public void Caller_is_given_to_a_person_when_no_session_can_be_had()
    {
        var opened = 0;
        using var call = new ALongCall
        {
            OnOpen = session =>
            {
                if (++opened > 1)
                {
                    session.End(SonicEndKind.Unavailable);
                }
            },
        }.Begin();
        call.Speak(6).Do(() => call.Sessions[0].End(SonicEndKind.Unavailable)).Speak(5);
        var outcome = call.End().Outcome;
        outcome.ShouldBe(new CallOutcome(CallEnding.Failed, FlowStep.Transfer, "The model ended: Unavailable."));
        call.Sessions.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(nameof(SonicEndKind.Denied))]
    [InlineData(nameof(SonicEndKind.Invalid))]
    public void First_refusal_of_the_account_or_the_configuration_ends_the_call(string kind)
    {
        using var call = new ALongCall { OnOpen = session => session.End(Enum.Parse<SonicEndKind>(kind)) }.Begin();
        call.End().Outcome.Next.ShouldBe(FlowStep.Transfer);
        call.Sessions.ShouldHaveSingleItem();
    }

    [Fact]
    public void Model_that_refuses_its_history_is_told_less()
    {
        using var call = new ALongCall().Begin();
        var long1 = new string('a', 9_000);
        call.Turn("one " + long1, "two " + long1).Turn("three " + long1, "four").Speak(6);
        call.Do(() => call.Sessions[0].End(SonicEndKind.TimedOut)).Quiet(0.2);
        call.Last.Messages.Count().ShouldBe(4);
        call.Do(() => call.Last.End(SonicEndKind.Invalid)).Quiet(1);
        call.Last.Messages.Count().ShouldBe(2);
    }

    [Fact]
    public void Session_gives_way_before_its_credentials_end()
    {
        using var call = new ALongCall();
        call.CredentialsEnd = call.Now.AddMinutes(5);
        call.Begin().Quiet(140);
        call.Current.Number.ShouldBe(1);
        call.CredentialsEnd = call.Now.AddHours(6);
        call.Quiet(20);
        call.Current.Number.ShouldBe(2);
        call.Quiet(300);
        call.Current.Number.ShouldBe(2);
    }

    [Fact]
    public void Credentials_that_nobody_renews_are_no_reason_to_open_one_session_after_another()
    {
        using var call = new ALongCall();
        call.CredentialsEnd = call.Now.AddMinutes(5);
        call.Begin().Quiet(300);
        call.Sessions.Count.ShouldBeLessThan(6);
    }

    [Fact]
    public void Tokens_are_counted_over_all_sessions()
    {
        using var call = new ALongCall().Begin();
        call.Say(new SonicEvent.Usage(100, 10), new SonicEvent.Usage(150, 20)).Quiet(365);
        call.Say(new SonicEvent.Usage(30, 3));
        call.Model.Usage.ShouldBe(new SonicEvent.Usage(180, 23));
    }

    [Fact]
    public void Next_session_that_waits_too_long_is_replaced_before_the_model_ends_it()
    {
        using var call = new ALongCall().Begin();
        call.Speak(395);
        call.Sessions.Count.ShouldBe(3);
        call.Sessions[1].ToldGoodbye.ShouldBeTrue();
        call.Current.Number.ShouldBe(1);
    }

    private static void AssertNothingLost(ALongCall call) =>
        Digest.Of([.. call.Heard]).ShouldBe(Digest.Of([.. call.Sent]));
}
