using SonicBridge.Contracts;
using SonicBridge.Local.Proof;
using SonicBridge.Local.Sonic;

namespace SonicBridge.Local.Tests.Proof;

public sealed class RemembranceTests
{
    private static readonly SaidLine[] Said =
    [
        new(Speaker.Caller, "Hello there."),
        new(Speaker.Agent, "Good day to you, caller.", IsCut: true),
        new(Speaker.Caller, "Stop please."),
        new(Speaker.Agent, "Let me look."),
        new(Speaker.Agent, "It is free."),
    ];

    [Fact]
    public void What_was_said_and_heard_is_found_whole_and_cut_at_any_word()
    {
        Compare("Hello there.", "Good day to", "Stop please.", "Let me look. It is free.").ShouldBeTrue();
        Compare("Hello there.", "Good day to you, caller.", "Stop please.", "Let me look. It is free.").ShouldBeTrue();
        Compare("Hello there. Stop please.", "Let me look. It is free.").ShouldBeTrue();
    }

    [Fact]
    public void A_message_that_is_lost_changed_repeated_or_in_another_place_is_noticed()
    {
        Compare("Hello there.", "Good day to", "Stop please.", "It is free.").ShouldBeFalse();
        Compare("Hello there.", "Good day to", "Stop please.", "Let me look.").ShouldBeFalse();
        Compare("Hello there.", "Good day to", "Stop.", "Let me look. It is free.").ShouldBeFalse();
        Compare("Hello there.", "Good night", "Stop please.", "Let me look. It is free.").ShouldBeFalse();
        Compare("Hello there.", "Good day", "Stop please. Stop please.", "Let me look. It is free.").ShouldBeFalse();
        Compare("Stop please.", "Good day", "Hello there.", "Let me look. It is free.").ShouldBeFalse();
        Compare("Good day", "Stop please.", "Let me look. It is free.").ShouldBeFalse();
    }

    [Fact]
    public void The_callers_last_words_may_be_said_again_and_not_remembered()
    {
        SaidLine[] said =
        [
            new(Speaker.Caller, "Hello."),
            new(Speaker.Agent, "Good day."),
            new(Speaker.Caller, "When?"),
        ];
        Remembrance.Compare(said, History("Hello.", "Good day.")).IsTrue.ShouldBeTrue();
        Remembrance.Compare(said, History("Hello.")).Sentence.ShouldContain("Good day.");
    }

    [Fact]
    public void An_opening_stands_after_what_the_agent_was_asked_to_open_with()
    {
        SaidLine[] said = [new(Speaker.Agent, "Welcome."), new(Speaker.Caller, "Hello."), new(Speaker.Agent, "Yes?")];
        Remembrance.Compare(said, History("Greet the caller.", "Welcome.", "Hello.", "Yes?")).IsTrue.ShouldBeTrue();
    }

    private static bool Compare(params string[] history) => Remembrance.Compare(Said, History(history)).IsTrue;

    private static HistoryLine[] History(params string[] texts) =>
        [.. texts.Select(static (text, i) => new HistoryLine(i % 2 == 0 ? Speaker.Caller : Speaker.Agent, text))];
}
