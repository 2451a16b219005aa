using CsCheck;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Tools;

namespace SonicBridge.Bridge.Tests.Tools;

public sealed class ToolDeskTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly ToolAnswer s_answer = new("{}");

    private readonly ToolDesk _desk = new("One moment.");

    [Fact]
    public void The_phrase_is_due_when_it_was_quiet_for_a_while_and_is_said_once()
    {
        _desk.PhraseDue(s_start).ShouldBeNull();
        _desk.Ask(Use("a"), At(2));

        _desk.PhraseDue(s_start).ShouldBe(At(3.5));
        // The agent itself still speaks until then.
        _desk.PhraseDue(At(6)).ShouldBe(At(7.5));
        _desk.SayPhrase().Text.ShouldBe("One moment.");
        _desk.PhraseDue(At(6)).ShouldBeNull();
        _desk.Ask(Use("b"), At(9));
        _desk.PhraseDue(At(6)).ShouldBeNull();
    }

    [Fact]
    public void The_next_slow_tool_has_its_own_phrase()
    {
        _desk.Ask(Use("a"), At(0));
        _desk.SayPhrase();
        _desk.Answer("a", s_answer);

        _desk.Ask(Use("b"), At(20));

        _desk.PhraseDue(s_start).ShouldBe(At(21.5));
    }

    [Fact]
    public void A_tool_that_has_answered_needs_no_phrase()
    {
        _desk.Ask(Use("a"), At(0));
        _desk.Answer("a", s_answer);

        _desk.IsBusy.ShouldBeFalse();
        _desk.PhraseDue(s_start).ShouldBeNull();
    }

    // 0..3 asks for that id, 4..7 answers it.
    [Fact]
    public void In_any_order_each_request_is_run_once_and_answered_once() =>
        Gen.Int[0, 7]
            .Array[0, 40]
            .Sample(steps =>
            {
                var desk = new ToolDesk("One moment.");
                var open = new HashSet<string>();
                foreach (var step in steps)
                {
                    var id = $"{step % 4}";
                    if (step < 4)
                    {
                        (desk.Ask(Use(id), s_start) is not null).ShouldBe(open.Add(id));
                    }
                    else
                    {
                        var told = desk.Answer(id, s_answer);
                        (told is not null).ShouldBe(open.Remove(id));
                        told?.Use.ToolUseId.ShouldBe(id);
                    }

                    desk.IsBusy.ShouldBe(open.Count > 0);
                }
            });

    private static SonicEvent.ToolUse Use(string id) => new(id, "look_up", "{}");

    private static DateTimeOffset At(double seconds) => s_start.AddSeconds(seconds);
}
