using Microsoft.Extensions.Time.Testing;
using SonicBridge.Local.Caller;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Tests.Audio;
using SonicBridge.Local.Tests.Kvs;

namespace SonicBridge.Local.Tests.Caller;

public sealed class CallerLineTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<LineNews> _news = [];
    private readonly short[] _voice = Tone.Of(440, 1000);
    private readonly KvsStreams _streams;
    private readonly CallerLine _line;

    public CallerLineTests()
    {
        _streams = new KvsStreams(_time);
        var caller = new CallerActor([new Utterance(_voice, null)], new CallerManners());
        _line = new CallerLine(caller, _streams, new StreamingSettings { BothTracks = true }, _time, _news.Add);
    }

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task What_the_caller_says_is_published_and_recorded_at_the_time_it_is_said()
    {
        var contact = new Contact();
        var run = _line.RunAsync(TestContext.Current.CancellationToken);
        var stream = _line.StartStreaming(contact);
        var greeting = _line.HearAsync(new SpokenPrompt("greeting", Tone.Of(300, 2000)), CancellationToken.None);
        Pass(2000);
        await greeting;
        Pass(3000);
        _line.StopStreaming();

        var fragments = Fragments(stream.Arn);
        short[] published = [.. fragments.SelectMany(static f => f.Samples("AUDIO_FROM_CUSTOMER"))];
        published.ShouldBe(_line.Recording.Caller[..published.Length]);
        // The greeting ends at 2.0 s, the caller waits 1.2 s, and a block begins each 64 ms.
        published.AsSpan(50 * 512, 8000).SequenceEqual(_voice).ShouldBeTrue();
        fragments[0].Number.ShouldBe(stream.StartFragmentNumber);
        short[] heard = [.. fragments.SelectMany(static f => f.Samples("AUDIO_TO_CUSTOMER"))];
        heard.AsSpan(512, 8000).SequenceEqual(_line.Recording.Agent.AsSpan(512, 8000)).ShouldBeTrue();
        run.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_late_wake_up_loses_no_block_and_shifts_none()
    {
        var run = _line.RunAsync(TestContext.Current.CancellationToken);
        Pass(64 * 10);
        _time.Advance(TimeSpan.FromMilliseconds(64 * 5.5));
        Pass(32);
        _line.Recording.Caller.Length.ShouldBe(16 * 512);
        run.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Hanging_up_cuts_the_prompt_where_it_was_heard_to()
    {
        var run = _line.RunAsync(TestContext.Current.CancellationToken);
        await Hear(500);
        Pass(1200 + 1100);
        var last = _line.HearAsync(new SpokenPrompt("answer", Tone.Of(300, 500)), _line.HungUp);
        Pass(500);
        await last;
        Pass(1000);
        var late = _line.HearAsync(new SpokenPrompt("more", Tone.Of(300, 9000)), _line.HungUp);
        _line.HungUp.IsCancellationRequested.ShouldBeFalse();
        Pass(20_000);

        await late;
        await run;

        _line.HungUp.IsCancellationRequested.ShouldBeTrue();
        _news.OfType<LineNews.HangsUp>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_is_over_ends_a_prompt_at_once()
    {
        using var over = new CancellationTokenSource();
        var hearing = _line.HearAsync(new SpokenPrompt("long", Tone.Of(300, 9000)), over.Token);
        Pass(1000);
        await over.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(hearing);

        ((double)_line.Recording.Agent.Length).ShouldBe(8000, 520);
        _news.OfType<LineNews.PromptHeard>().Single().Duration.TotalSeconds.ShouldBe(1, 0.07);
    }

    private async Task Hear(int milliseconds)
    {
        var hearing = _line.HearAsync(new SpokenPrompt("prompt", Tone.Of(300, milliseconds)), CancellationToken.None);
        Pass(milliseconds);
        await hearing;
    }

    private void Pass(int milliseconds)
    {
        for (var left = milliseconds; left > 0; left -= 64)
        {
            _time.Advance(TimeSpan.FromMilliseconds(Math.Min(64, left)));
        }
    }

    private IReadOnlyList<MkvDocument> Fragments(string arn)
    {
        _streams.TryFind(null, arn, out var stream).ShouldBeTrue();
        return MkvWalk.Read([.. stream!.Fragments.SelectMany(static fragment => fragment.Document.ToArray())]);
    }
}
