using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Relaunch;
using SonicBridge.Contracts;
using SonicBridge.Testing;

namespace SonicBridge.Bridge.Tests.Relaunch;

public sealed class CheckpointWriterTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    private readonly InMemoryS3 _s3 = new();
    private readonly FakeTimeProvider _time = new(s_start.AddMinutes(1));
    private readonly CallFolder _folder = new("calls-bucket", ContactId.New());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private CallStore Store => new(_s3, _folder);

    public void Dispose() => _s3.Dispose();

    private CheckpointWriter Writer(int generation, DateTimeOffset? startedAt = null) =>
        new(Store, generation, startedAt ?? s_start, _time);

    private static Remembered Words(string words, string? fragment = "9") =>
        new(new Recollection([new TranscriptLine(Speaker.Caller, words, TimeSpan.FromSeconds(3))], 0), fragment);

    private async Task<Checkpoint> StoredAsync() => (await Store.ReadAsync(CallFile.Checkpoint, Token))!.Value;

    [Fact]
    public async Task The_next_bridge_finds_what_the_one_before_it_left()
    {
        var first = Writer(1);
        await first.PutAsync(Words("Hello."), Token);
        _time.Advance(TimeSpan.FromSeconds(90));
        await first.PutAsync(Words("Hello there.", "12"), Token);
        var second = Writer(2, startedAt: s_start.AddHours(1));

        var left = (await second.ClaimAsync(Token))!;

        (left.Generation, left.AfterFragment, left.Held).ShouldBe((1, "12", TimeSpan.FromSeconds(90)));
        left.Lines.ShouldHaveSingleItem().Text.ShouldBe("Hello there.");
        second.StartedAt.ShouldBe(s_start);
        var stored = await StoredAsync();
        (stored.Generation, stored.AfterFragment, stored.Held).ShouldBe((2, "12", TimeSpan.Zero));
        stored.Lines.ShouldHaveSingleItem().Text.ShouldBe("Hello there.");
    }

    [Fact]
    public async Task A_checkpoint_stays_short_however_much_is_said_and_the_next_bridges_know_all_of_it()
    {
        var writer = Writer(1);
        List<TranscriptLine> said = [];
        var longest = 0;
        for (var generation = 1; generation <= 3; generation++)
        {
            for (var i = 0; i < 500; i++)
            {
                said.Add(new TranscriptLine(Speaker.Caller, $"Line {said.Count}.", TimeSpan.FromSeconds(said.Count)));
                await writer.PutAsync(new Remembered(new Recollection([.. said], said.Count - 1), "9"), Token);
                longest = Math.Max(longest, (await StoredAsync()).Lines.Count);
            }

            writer = Writer(generation + 1);
            var left = (await writer.ClaimAsync(Token))!;
            left.Lines.ShouldBe(said);
            left.Settled.ShouldBe(said.Count - 1);
        }

        longest.ShouldBe(2 * Chapter.Length);
        _s3.Calls.Count(call => call.Operation == "PutObject" && call.Key.Contains("/said/"))
            .ShouldBe((said.Count / Chapter.Length) - 1);
    }

    [Fact]
    public async Task What_is_not_known_to_be_heard_is_not_laid_down()
    {
        TranscriptLine[] said =
        [
            .. Enumerable.Range(0, 200).Select(i => new TranscriptLine(Speaker.Agent, $"{i}", TimeSpan.Zero)),
        ];
        var writer = Writer(1);
        var unsure = new Remembered(new Recollection(said, 0), "9") { IsExact = false };
        await writer.PutAsync(unsure, Token);
        (await StoredAsync()).Lines.Count.ShouldBe(200);
        await writer.PutAsync(unsure with { IsExact = true }, Token);
        await writer.PutAsync(unsure, Token);
        (await StoredAsync()).Lines.Count.ShouldBe(200 - Chapter.Length);
    }

    [Fact]
    public async Task A_bridge_that_was_given_up_lays_nothing_down()
    {
        TranscriptLine[] said =
        [
            .. Enumerable.Range(0, 200).Select(i => new TranscriptLine(Speaker.Agent, $"{i}", TimeSpan.Zero)),
        ];
        var zombie = Writer(1);
        await zombie.PutAsync(Words("Hello."), Token);
        await Writer(2).ClaimAsync(Token);

        await Should.ThrowAsync<SupersededException>(() =>
            zombie.PutAsync(new Remembered(new Recollection(said, 0), "9"), Token)
        );

        _s3.Calls.ShouldAllBe(call => !call.Key.Contains("/said/"));
    }

    [Fact]
    public async Task What_was_promised_and_asked_for_outlives_a_bridge_that_claims_it_and_dies_at_once()
    {
        var promised = new PromisedEnding(CallEnding.TransferRequested, new TransferTarget("arn:q", "Wants a van."));
        await Writer(1).PutAsync(Words("A person.") with { Promised = promised, AwaitsTool = true }, Token);
        await Writer(2).ClaimAsync(Token);

        var left = (await Writer(3).ClaimAsync(Token))!;

        (left.Generation, left.Promised, left.AwaitsTool).ShouldBe((2, promised, true));
    }

    [Fact]
    public async Task A_bridge_that_was_given_up_and_comes_back_cannot_write()
    {
        var old = Writer(1);
        await old.PutAsync(Words("Hello."), Token);
        var young = Writer(2);
        await young.ClaimAsync(Token);

        await Should.ThrowAsync<SupersededException>(() => old.PutAsync(Words("From the grave."), Token));

        await young.PutAsync(Words("Go on."), Token);
        (await StoredAsync()).Lines.ShouldHaveSingleItem().Text.ShouldBe("Go on.");
    }

    [Fact]
    public async Task Nor_can_one_that_had_written_nothing_before()
    {
        (await Writer(2).ClaimAsync(Token)).ShouldBeNull();

        await Should.ThrowAsync<SupersededException>(() => Writer(1).PutAsync(Words("From the grave."), Token));
        await Should.ThrowAsync<SupersededException>(() => Writer(1).ClaimAsync(Token));
    }

    [Fact]
    public async Task A_claim_that_overlaps_with_a_put_takes_what_was_put()
    {
        var old = Writer(1);
        await old.PutAsync(Words("Hello."), Token);
        var raced = false;
        _s3.Before = call =>
        {
            if (call.Operation == "PutObject" && !raced)
            {
                raced = true;
                old.PutAsync(Words("Hello there."), Token).GetAwaiter().GetResult();
            }
        };

        var left = await Writer(2).ClaimAsync(Token);

        left!.Lines.ShouldHaveSingleItem().Text.ShouldBe("Hello there.");
    }

    [Fact]
    public async Task A_put_that_was_sent_twice_because_its_answer_was_lost_supersedes_nobody()
    {
        var writer = Writer(1);
        await writer.PutAsync(Words("Hello."), Token);
        var answered = false;
        _s3.Before = call =>
        {
            if (call.Operation == "PutObject" && !answered)
            {
                answered = true;
                // What the first sending wrote, under an ETag that the bridge never learned.
                var first = StoredAsync().GetAwaiter().GetResult() with
                {
                    At = _time.GetUtcNow(),
                    Lines = Words("Hello there.").Said.Lines,
                };
                Store.WriteAsync(CallFile.Checkpoint, first, Token).GetAwaiter().GetResult();
            }
        };

        await writer.PutAsync(Words("Hello there."), Token);
        await writer.PutAsync(Words("And again."), Token);

        (await StoredAsync()).Lines.ShouldHaveSingleItem().Text.ShouldBe("And again.");
    }
}
