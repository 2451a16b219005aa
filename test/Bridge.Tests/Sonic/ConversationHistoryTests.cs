using System.Text;
using CsCheck;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Sonic;

public sealed class ConversationHistoryTests
{
    private static readonly Gen<TranscriptLine> Line = Gen.Select(
            Gen.Bool,
            Gen.OneOf(
                Gen.String[0, 200],
                Gen.Int[0, 30_000].Select(length => new string('ä', length)),
                Gen.Const("one two")
            )
        )
        .Select((isCaller, text) => Said(isCaller ? Speaker.Caller : Speaker.Agent, text));

    [Fact]
    public void Lines_of_one_side_are_one_message() =>
        Messages(Said(Speaker.Caller, "A car."), Said(Speaker.Caller, "Please."), Said(Speaker.Agent, "From when?"))
            .ShouldBe(["Caller: A car. Please.", "Agent: From when?"]);

    [Fact]
    public void Agents_words_before_the_callers_first_are_left_out() =>
        Messages(Said(Speaker.Agent, "Hello!"), Said(Speaker.Caller, "A car.")).ShouldBe(["Caller: A car."]);

    [Fact]
    public void Agents_opening_is_kept_when_it_was_asked_for() =>
        ConversationHistory
            .Of([Said(Speaker.Agent, "Hello!"), Said(Speaker.Caller, "A car.")], "Greet the caller.")
            .Messages.Select(Text)
            .ShouldBe(["Caller: Greet the caller.", "Agent: Hello!", "Caller: A car."]);

    [Fact]
    public void Callers_words_that_are_too_long_alone_are_kept_from_their_end() =>
        ConversationHistory
            .Of([Said(Speaker.Caller, "one two three four")], mostBytes: 10)
            .Messages.ShouldHaveSingleItem()
            .Text.ShouldBe("three four");

    [Fact]
    public void Oldest_messages_are_left_out_over_forty()
    {
        var lines = Enumerable.Range(0, 101).Select(i => Said(i % 2 == 0 ? Speaker.Caller : Speaker.Agent, $"{i}"));
        var messages = ConversationHistory.Of(lines).Messages;
        messages.Count.ShouldBe(39);
        messages[^1].Text.ShouldBe("100");
    }

    [Fact]
    public void Whatever_was_said_the_history_is_within_the_limits_in_order_and_has_the_newest() =>
        Line.Array[0, 60]
            .Sample(lines =>
            {
                var messages = ConversationHistory.Of(lines).Messages;
                messages.Count.ShouldBeLessThanOrEqualTo(ConversationHistory.MostMessages);
                messages
                    .Sum(m => Encoding.UTF8.GetByteCount(m.Text))
                    .ShouldBeLessThanOrEqualTo(ConversationHistory.MostBytes);
                messages
                    .Select((m, i) => m.Speaker == (i % 2 == 0 ? Speaker.Caller : Speaker.Agent))
                    .ShouldAllBe(b => b);

                var all = string.Join(' ', Spoken(lines).Select(Text));
                var told = string.Join(' ', messages.Select(m => $"{m.Text}"));
                AllText(lines).EndsWith(told, StringComparison.Ordinal).ShouldBeTrue(all);
                var newest = Spoken(lines).LastOrDefault();
                if (newest is { Speaker: Speaker.Caller })
                {
                    messages.ShouldNotBeEmpty();
                }
            });

    private static string AllText(TranscriptLine[] lines) => string.Join(' ', Spoken(lines).Select(line => line.Text));

    private static IEnumerable<TranscriptLine> Spoken(TranscriptLine[] lines) =>
        lines.Where(line => !string.IsNullOrWhiteSpace(line.Text));

    private static IEnumerable<string> Messages(params TranscriptLine[] lines) =>
        ConversationHistory.Of(lines).Messages.Select(Text);

    private static string Text(HistoryMessage message) => $"{message.Speaker}: {message.Text}";

    private static string Text(TranscriptLine line) => $"{line.Speaker}: {line.Text}";

    private static TranscriptLine Said(Speaker speaker, string text) => new(speaker, text, TimeSpan.Zero);
}
