using CsCheck;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>What the model asks for is answered once, whatever becomes of the session that asked.</summary>
public sealed class ToolsOverSessionsTests
{
    private const string InWords = "The answer of look_up, which you asked for before: ";

    [Fact]
    public void Several_tools_run_at_once_and_each_answer_goes_back_when_it_comes()
    {
        using var call = new ALongCall().Begin();
        call.Say(Use("a"), Use("b"), Use("c"));
        call.Tools.Asked.Count.ShouldBe(3);
        call.Do(() => call.Tools.Answer("c", "{3}")).Do(() => call.Tools.Answer("a", "{1}"));
        call.Speak(1).Do(() => call.Tools.Answer("b", "{2}"));
        call.Last.ToolAnswers.ShouldBe(["c {3}", "a {1}", "b {2}"]);
    }

    [Fact]
    public void Both_voices_go_on_while_a_tool_runs()
    {
        using var call = new ALongCall().Begin();
        call.Say(Use("a")).Speak(5).Say(ModelSays.VoiceStart(), ModelSays.Voice(200));
        call.Heard.ShouldBe(call.Sent);
        call.Agent.Told.ShouldContain("speak 3200");
    }

    [Fact]
    public void The_caller_hears_one_phrase_while_it_is_quiet_and_a_tool_slow()
    {
        using var call = new ALongCall().Begin();
        call.Say(Use("a")).Quiet(1.4);
        call.Agent.Told.ShouldBeEmpty();
        call.Quiet(0.2);
        call.Agent.Told.ShouldHaveSingleItem().ShouldBe($"say {CallConfiguration.DefaultWaitingPhrase}");
        call.Quiet(20);
        call.Agent.Told.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_tool_is_answered_though_the_caller_has_moved_on()
    {
        using var call = new ALongCall().Begin();
        call.Say(Use("a")).Turn("Never mind. What about Sunday?", "On Sunday we are closed.");
        call.Do(() => call.Tools.Answer("a", "{}"));
        call.Last.ToolAnswers.ShouldBe(["a {}"]);
    }

    [Fact]
    public void A_session_does_not_give_way_while_it_waits_for_a_tool_and_for_what_is_said_of_it()
    {
        using var call = new ALongCall().Begin();
        call.Quiet(355).Say(Use("a")).Quiet(30);
        call.Current.Number.ShouldBe(1);
        call.Do(() => call.Tools.Answer("a", "{}")).Quiet(2);
        call.Current.Number.ShouldBe(1);
        call.Say([ModelSays.VoiceStart(), ModelSays.Voice(500), ModelSays.End(), .. ModelSays.Final("Two are free.")]);
        call.Quiet(10);
        call.Current.Number.ShouldBe(2);
        call.Sessions[0].ToolAnswers.ShouldBe(["a {}"]);
        call.Sessions[1].Told.ShouldBeEmpty();
    }

    [Fact]
    public void A_request_that_comes_again_when_it_is_answered_is_not_done_again_and_keeps_no_session_from_giving_way()
    {
        using var call = new ALongCall().Begin();
        call.Say(Use("a")).Do(() => call.Tools.Answer("a", "{}"));
        call.Quiet(1).Say(Use("a"));
        call.Tools.Asked.ShouldHaveSingleItem();
        call.Quiet(365);
        call.Current.Number.ShouldBe(2);
        call.Sessions[0].ToolAnswers.ShouldHaveSingleItem();
        // Nor does it keep unanswered words from being said again.
        call.Say(ModelSays.Caller("Hello?")).Do(() => call.Current.End(SonicEndKind.Disconnected)).Quiet(3);
        call.Current.Told.ShouldBe(["Hello?"]);
    }

    [Fact]
    public void A_session_that_took_over_meanwhile_is_told_in_words()
    {
        using var call = new ALongCall().Begin();
        call.Quiet(355).Say(Use("a")).Quiet(100);
        call.Current.Number.ShouldBeGreaterThan(1);
        call.Do(() => call.Tools.Answer("a", """{"cars":2}"""));
        call.Current.Told.ShouldBe([InWords + """{"cars":2}"""]);
        call.Sessions.SelectMany(session => session.ToolAnswers).ShouldBeEmpty();
    }

    [Fact]
    public void When_the_session_is_lost_that_asked_the_answer_comes_and_the_words_are_not_said_again()
    {
        using var call = new ALongCall().Begin();
        call.Speak(1).Say(ModelSays.Caller("Which cars are free?")).Say(Use("a")).Quiet(1);
        call.Do(() => call.Last.End(SonicEndKind.Disconnected)).Quiet(3);
        call.Current.Number.ShouldBe(2);
        call.Current.Messages.ShouldBe(["caller: Which cars are free?"]);
        call.Current.Told.ShouldBeEmpty();
        call.Do(() => call.Tools.Answer("a", "{}"));
        call.Current.Told.ShouldBe([InWords + "{}"]);
        call.Tools.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_agent_hands_over_with_queue_and_summary_when_its_last_words_were_played()
    {
        using var call = new ALongCall
        {
            CallLimits = new CallLimits
            {
                Configuration = new CallConfiguration { Transfer = new TransferConfiguration { Queue = "arn:q" } },
            },
        }.Begin();
        call.Say(new SonicEvent.ToolUse("t", "transfer_to_agent", """{"summary":"Wants a van."}"""));
        call.Say(ModelSays.VoiceStart(), ModelSays.Voice(4000), ModelSays.End());
        call.Quiet(4.2);
        call.HasEnded.ShouldBeFalse();
        call.Quiet(0.6).End().Outcome.Ending.ShouldBe(CallEnding.TransferRequested);
        call.Agent.Told[^1].ShouldBe($"finish Transfer {new TransferTarget("arn:q", "Wants a van.")}");
        call.Sessions[0].ToolAnswers.ShouldHaveSingleItem().ShouldStartWith("t {\"status\":\"ok\"");
    }

    [Fact]
    public void A_call_that_ends_leaves_no_tool_behind()
    {
        using var call = new ALongCall().Begin();
        call.Say(Use("a"), Use("b")).HangUp().Outcome.Ending.ShouldBe(CallEnding.CallerHungUp);
        call.Sessions.SelectMany(session => session.ToolAnswers).ShouldBeEmpty();
    }

    // Asks, answers in any order, turns, losses and time; in the end each request was run once and answered once.
    [Fact]
    public void Whatever_happens_each_request_is_answered_once() =>
        Gen.Int[0, 9]
            .Array[1, 25]
            .Sample(
                steps =>
                {
                    using var call = new ALongCall
                    {
                        CallLimits = new CallLimits { Silence = TimeSpan.FromHours(2) },
                    }.Begin();
                    var open = new List<string>();
                    var asked = 0;
                    foreach (var step in steps)
                    {
                        switch (step)
                        {
                            case < 4:
                                open.Add($"u{asked++}");
                                call.Say(Use(open[^1]));
                                break;
                            case < 7 when open.Count > 0:
                                AnswerOne(call, open, step % open.Count);
                                break;
                            case 7:
                                call.Quiet(200);
                                break;
                            case 8:
                                // Four losses without a word in between would end the call.
                                call.Do(() => call.Current.End(SonicEndKind.Disconnected))
                                    .Quiet(3)
                                    .Turn("Hello?", "Yes?");
                                break;
                            default:
                                call.Speak(2).Turn("And then?", "Then this.").Quiet(1);
                                break;
                        }
                    }

                    while (open.Count > 0)
                    {
                        AnswerOne(call, open, 0);
                    }

                    call.Quiet(5);
                    call.Tools.Asked.Count.ShouldBe(asked);
                    var told = call
                        .Sessions.SelectMany(session => session.ToolAnswers)
                        .Concat(
                            call.Sessions.SelectMany(session => session.Told)
                                .Where(text => text.StartsWith(InWords, StringComparison.Ordinal))
                                .Select(text =>
                                    text[InWords.Length..] is var json ? $"{json.Trim('{', '}')} {json}" : ""
                                )
                        );
                    told.ShouldBe(
                        Enumerable.Range(0, asked).Select(index => $"u{index} {{u{index}}}"),
                        ignoreOrder: true
                    );
                },
                iter: 200
            );

    private static void AnswerOne(ALongCall call, List<string> open, int index)
    {
        var id = open[index];
        open.RemoveAt(index);
        call.Do(() => call.Tools.Answer(id, $"{{{id}}}"));
    }

    private static SonicEvent.ToolUse Use(string id) => new(id, "look_up", "{}");
}
