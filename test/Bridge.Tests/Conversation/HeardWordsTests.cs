using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>The transcript holds what the caller heard, by the prompts that were played.</summary>
public sealed class HeardWordsTests
{
    private const int SamplesPerSecond = SonicSettings.TelephoneHertz;
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly CallLife _life = new(TimeSpan.FromMinutes(2), Start, Start);

    [Fact]
    public void Line_that_was_played_to_its_end_is_whole()
    {
        Say("one two three four", 4, "voice");
        Recall().ShouldBe(["agent: one two three four"]);
    }

    [Fact]
    public void Line_is_cut_at_the_word_where_its_prompts_were_dropped()
    {
        Say("one two three four", 4, "voice");
        Hear(ModelSays.Interrupted());
        Recall(Range(2, 4)).ShouldBe(["agent: one two …"]);
    }

    [Fact]
    public void Line_of_which_nothing_was_played_was_not_said()
    {
        Hear(ModelSays.Caller("Hello?"));
        Say("one two three four", 4, "voice");
        Recall(Range(0, 4)).ShouldBe(["caller: Hello?"]);
    }

    [Fact]
    public void Each_line_has_its_own_voice()
    {
        Say("one two three four", 4, "first");
        Say("five six seven eight", 4, "second");
        Recall(Range(6, 8)).ShouldBe(["agent: one two three four", "agent: five six …"]);
    }

    [Fact]
    public void Words_that_the_model_has_cut_itself_are_not_cut_twice()
    {
        Hear([.. ModelSays.Preview("one two three four five six"), ModelSays.VoiceStart(), Voice(6), ModelSays.End()]);
        Hear(ModelSays.Final("one two three", reason: StopReason.Interrupted));
        Recall(Range(3, 6)).ShouldBe(["agent: one two three …"]);
    }

    [Fact]
    public void Answer_that_is_interrupted_and_never_given_as_said_is_written_down_as_far_as_it_was_heard()
    {
        Hear([.. ModelSays.Caller("Hello?"), .. ModelSays.Preview("one two three four")]);
        Hear(ModelSays.VoiceStart(), Voice(0.8), ModelSays.End("voice", StopReason.Interrupted));
        Hear(ModelSays.Caller("Wait."));
        Recall(Range(0.4, 0.8)).ShouldBe(["caller: Hello?", "agent: one …", "caller: Wait."]);
    }

    [Fact]
    public void Answer_that_breaks_off_is_kept_as_heard_and_not_settled()
    {
        Hear(ModelSays.Caller("Hello?"));
        Say("Yes?", 1, "voice");
        Hear(ModelSays.Caller("A car.", "again"));
        Hear([
            .. ModelSays.Preview("one two three four five six seven eight"),
            ModelSays.VoiceStart("w"),
            Voice(1.1, "w"),
        ]);
        Hear(new SonicEvent.Broken());
        Recall().ShouldBe(["caller: Hello?", "agent: Yes?", "caller: A car.", "agent: one two three …"]);
        var recollection = _life.Recall([]);
        recollection.Settled.ShouldBe(2);
        recollection.Unanswered.ShouldBe("A car.");
    }

    [Fact]
    public void Answer_that_is_being_said_when_the_caller_leaves_is_written_down_as_far_as_it_was_heard()
    {
        Hear([.. ModelSays.Caller("Hello?"), .. ModelSays.Preview("one two three four")]);
        Hear(ModelSays.VoiceStart(), Voice(0.8));
        Recall().ShouldBe(["caller: Hello?", "agent: one two …"]);
    }

    [Fact]
    public void Answer_that_a_session_finishes_while_the_next_one_takes_over_is_told_to_that_in_full()
    {
        Hear([
            .. ModelSays.Caller("Hello?"),
            .. ModelSays.Preview("one two three four"),
            .. ModelSays.Preview("five six", "more"),
        ]);
        Hear(ModelSays.VoiceStart(), Voice(0.8));
        Lines(_life.Recall([], goesOn: true))
            .ShouldBe(["caller: Hello?", "agent: one two three four", "agent: five six"]);

        Hear(ModelSays.Interrupted());
        Lines(_life.Recall([], goesOn: true)).ShouldBe(["caller: Hello?", "agent: one two …"]);
    }

    [Fact]
    public void Text_that_comes_twice_is_one_line()
    {
        Say("one two three four", 4, "voice");
        Hear(ModelSays.Final("one two three four", "twice"));
        Recall().ShouldBe(["agent: one two three four"]);
    }

    [Fact]
    public void Caller_who_moves_on_has_no_unanswered_words_but_the_last()
    {
        Hear(ModelSays.Caller("Hello?"));
        Say("one two three four", 4, "voice");
        Hear(ModelSays.Interrupted());
        _life.Recall([]).Unanswered.ShouldBeNull();
        Hear(ModelSays.Caller("Wait.", "wait"));
        Hear(ModelSays.Caller("A car.", "car"));
        _life.Recall([]).Unanswered.ShouldBe("Wait. A car.");
    }

    private void Say(string text, double seconds, string id) =>
        Hear([
            .. ModelSays.Preview(text, $"{id}.preview"),
            ModelSays.VoiceStart(id),
            Voice(seconds, id),
            ModelSays.End(id),
            .. ModelSays.Final(text, $"{id}.final"),
        ]);

    private void Hear(params SonicEvent[] events)
    {
        foreach (var heard in events)
        {
            _life.Handle(new CallInput.ModelSpoke(heard), Start);
        }
    }

    private IEnumerable<string> Recall(params SampleRange[] unheard) => Lines(_life.Recall(unheard));

    private static IEnumerable<string> Lines(Recollection said) =>
        said.Lines.Select(line =>
            $"{(line.Speaker == Speaker.Caller ? "caller" : "agent")}: {line.Text}{(line.Interrupted ? " …" : "")}"
        );

    private static SonicEvent Voice(double seconds, string id = "voice") => ModelSays.Voice((int)(seconds * 1000), id);

    private static SampleRange Range(double from, double through) =>
        new((long)(from * SamplesPerSecond), (long)(through * SamplesPerSecond));
}
