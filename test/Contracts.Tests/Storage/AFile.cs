using CsCheck;

namespace SonicBridge.Contracts.Tests.Storage;

/// <summary>Generators of everything that a call's folder can hold.</summary>
internal static class AFile
{
    private static readonly Gen<string?> Words = Gen.OneOf(
        Gen.String.Select(text => (string?)text),
        Gen.Const((string?)null)
    );

    private static readonly Gen<DateTimeOffset> Moment = Gen.Long[0, 253_402_300_799_000]
        .Select(DateTimeOffset.FromUnixTimeMilliseconds);

    public static Gen<ContactId> ContactId { get; } = Gen.Guid.Select(id => Contracts.ContactId.Parse(id.ToString()));

    public static Gen<CallDescription> Call { get; } =
        Gen.Select(ContactId, Gen.String, Words, Gen.Long.Nullable())
            .Select(
                (id, stream, fragment, start) =>
                    new CallDescription
                    {
                        ContactId = id,
                        StreamArn = stream,
                        StartFragmentNumber = fragment,
                        StartTimestamp = start,
                    }
            );

    public static Gen<LaunchTicket> Launch { get; } =
        Gen.Select(Gen.Int, Gen.String).Select((generation, token) => new LaunchTicket(generation, token));

    public static Gen<Prompt> Prompt { get; } =
        Gen.Select(Gen.Int[1, 10_000], Gen.String, Gen.Int[0, 300_000], Gen.Bool)
            .Select(
                (number, what, length, isText) =>
                    isText ? Contracts.Prompt.Saying(number, what, length) : new Prompt(number, what, length)
            );

    public static Gen<TransferTarget?> Target { get; } =
        Gen.OneOf(
            Gen.Select(Words, Words).Select((queue, summary) => (TransferTarget?)new TransferTarget(queue, summary)),
            Gen.Const((TransferTarget?)null)
        );

    public static Gen<Playlist> Playlist { get; } =
        Gen.Select(
                Gen.Int,
                Prompt.List[0, 8],
                Gen.Int[0, 10_000],
                Gen.Enum<FlowStep>(),
                Target,
                Gen.Enum<CallEnding>().Nullable()
            )
            .Select(
                (generation, prompts, dropped, next, target, ending) =>
                    new Playlist(generation, prompts, dropped, next, target, ending)
            );

    public static Gen<Progress> Progress { get; } =
        Gen.Select(Gen.Int, Moment).Select((number, at) => new Progress(number, at));

    public static Gen<CallOutcome> Outcome { get; } =
        Gen.Select(Gen.Enum<CallEnding>(), Gen.Enum<FlowStep>(), Words)
            .Select((ending, next, detail) => new CallOutcome(ending, next, detail));

    public static Gen<OutcomeRecord> Record { get; } =
        Gen.Select(ContactId, Outcome, Moment).Select((id, outcome, at) => new OutcomeRecord(id, outcome, at));

    private static readonly Gen<List<TranscriptLine>> Lines = Gen.Select(
            Gen.Enum<Speaker>(),
            Gen.String,
            Gen.Long[0, TimeSpan.TicksPerDay],
            Gen.Bool
        )
        .Select((speaker, text, at, cut) => new TranscriptLine(speaker, text, new TimeSpan(at), cut))
        .List[0, 8];

    public static Gen<Transcript> Transcript { get; } =
        Gen.Select(ContactId, Lines).Select((id, lines) => new Transcript(id, lines));

    public static Gen<Checkpoint> Checkpoint { get; } =
        Gen.Select(Gen.Int, Moment, Moment, Words, Lines, Gen.Int, Target, Gen.Bool)
            .Select(
                (generation, since, at, fragment, lines, settled, target, awaits) =>
                    new Checkpoint
                    {
                        Generation = generation,
                        Since = since,
                        At = at,
                        StartedAt = since,
                        AfterFragment = fragment,
                        Lines = lines,
                        Settled = settled,
                        Promised = target is null ? null : new PromisedEnding(CallEnding.TransferRequested, target),
                        AwaitsTool = awaits,
                    }
            );

    public static Gen<Disconnection> Disconnection { get; } =
        Gen.Select(Moment, Words).Select((at, reason) => new Disconnection(at, reason));
}
