using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;
using SonicBridge.Contracts.Privacy;

namespace SonicBridge.Steps.Call;

/// <summary>
/// <c>record-outcome</c>: writes <c>outcome.json</c>, once; what was recorded first stays. Its input is
/// <c>{"folder", "outcome"}</c> with what the bridge reported, or <c>{"folder", "failure"}</c> with the error that ended
/// the call, which becomes an outcome that hands the caller to a person. A call that no bridge could end gets its
/// transcript here, too.
/// </summary>
public sealed class RecordOutcomeFunction
{
    private const int MostClearings = 5;

    private readonly IAmazonS3 _s3;
    private readonly TimeProvider _time;

    public RecordOutcomeFunction()
        : this(new AmazonS3Client(), TimeProvider.System) { }

    internal RecordOutcomeFunction(IAmazonS3 s3, TimeProvider time)
    {
        _s3 = s3;
        _time = time;
    }

    /// <exception cref="FormatException">The input names no call's folder.</exception>
    [LambdaFunction(
        ResourceName = nameof(RecordOutcomeFunction),
        Timeout = 15,
        MemorySize = 256,
        Role = "@RecordOutcomeRole"
    )]
    public async Task<RecordedOutcome> RecordOutcome(JsonElement input, ILambdaContext context)
    {
        var folder = CallFolder.Parse(input.TextAt("folder") ?? "");
        var store = new CallStore(_s3, folder);
        var record = new OutcomeRecord(folder.ContactId, OutcomeOf(input), _time.GetUtcNow());
        if (await store.TryWriteAsync(CallFile.Outcome, record, null, CancellationToken.None) is null)
        {
            record =
                (await store.ReadAsync(CallFile.Outcome, CancellationToken.None))?.Value
                ?? throw new InvalidDataException($"{folder}outcome.json was there, and is gone.");
        }

        await KeepTranscriptAsync(store);
        var (ending, next, detail) = record.Outcome;
        context.Logger.LogInformation(
            "Call {contactId} ended: {ending}, next {next}. {detail}",
            folder.ContactId.ToString(),
            ending.ToString(),
            next.ToString(),
            detail ?? ""
        );
        return new RecordedOutcome(ending, next, detail ?? "");
    }

    /// <summary>
    /// A bridge writes the transcript before it reports. Where none was left to do so, what the last checkpoint holds is
    /// the transcript. The checkpoint itself keeps no word of a call that is over, and no bridge can write it any more: it
    /// is put anew in any case, so that no bridge knows its ETag.
    /// </summary>
    /// <exception cref="IOException">A bridge writes it each time before it can be put.</exception>
    private async Task KeepTranscriptAsync(CallStore store)
    {
        var isOurs = await store.ReadAsync(CallFile.Transcript, CancellationToken.None) is null;
        for (var i = 0; i < MostClearings; i++)
        {
            var last = await store.ReadAsync(CallFile.Checkpoint, CancellationToken.None);
            // A leaving bridge may have put more words there since the last try.
            if (isOurs && last is { Value.Lines.Count: > 0 })
            {
                await WriteTranscriptAsync(store, await store.ReadLinesAsync(last.Value, CancellationToken.None));
            }

            if (
                await store.TryWriteAsync(CallFile.Checkpoint, Cleared(last?.Value), last?.ETag, CancellationToken.None)
                is not null
            )
            {
                await store.ClearChaptersAsync(CancellationToken.None);
                return;
            }
        }

        throw new IOException($"{store.Folder}checkpoint.json changes faster than it can be cleared.");
    }

    private static async Task WriteTranscriptAsync(CallStore store, IReadOnlyList<TranscriptLine> said)
    {
        var privacy =
            (await store.ReadAsync(CallFile.Configuration, CancellationToken.None))?.Value.Privacy
            ?? new PrivacyConfiguration();
        if (KeptTranscript.Of(said, privacy) is { } lines)
        {
            var transcript = new Transcript(store.Folder.ContactId, lines);
            var tag = KeptTranscript.TagOf(privacy);
            await store.WriteAsync(CallFile.Transcript, transcript, tag, CancellationToken.None);
        }
    }

    private Checkpoint Cleared(Checkpoint? last)
    {
        var now = _time.GetUtcNow();
        // The same text would have the same ETag: when it was cleared makes it another.
        return last is null
            ? new Checkpoint
            {
                Generation = 0,
                Since = now,
                At = now,
                StartedAt = now,
                Lines = [],
            }
            : last with
            {
                At = now,
                Lines = [],
                Settled = 0,
                Promised = null,
                AwaitsTool = false,
            };
    }

    private static CallOutcome OutcomeOf(JsonElement input)
    {
        if (input.At("failure") is { ValueKind: JsonValueKind.Object } failure)
        {
            return Failed(FailureCause.Explain(failure));
        }

        try
        {
            var reported = input.At("outcome");
            return
                reported.ValueKind is JsonValueKind.Object
                && reported.Deserialize(ContractsJson.Default.CallOutcome) is { } outcome
                ? outcome with
                {
                    Next = outcome.Next is FlowStep.End ? FlowStep.End : FlowStep.Transfer,
                }
                : Failed("The execution passed neither an outcome nor a failure.");
        }
        catch (JsonException e)
        {
            return Failed($"The bridge reported an outcome that cannot be read: {e.Message}");
        }
    }

    private static CallOutcome Failed(string detail) => new(CallEnding.Failed, FlowStep.Transfer, detail);
}
