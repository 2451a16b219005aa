using Amazon.Runtime;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Call;

/// <summary>Watches a call's folder until there is something for the contact flow to do.</summary>
/// <param name="addressOf">The address of a prompt's file, as Connect plays it.</param>
internal sealed class CallWatch(
    CallStore store,
    CallExecution execution,
    Func<string, string> addressOf,
    TimeProvider time
)
{
    // Ten looks a second cost less than the Lambda that makes them, and keep a reply from waiting where nobody sees it.
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_betweenLooksAtOutcome = TimeSpan.FromSeconds(1);

    // In a conversation a prompt comes more often than this: so nearly all asking is for calls in which nothing moves.
    private static readonly TimeSpan s_quietBeforeAsking = TimeSpan.FromSeconds(15);

    private int? _handedOut;
    private Versioned<Progress>? _progress;
    private Progress? _offer;
    private string? _offeredAfter;
    private Playlist? _playlist;
    private string? _playlistETag;
    private FlowStep? _outcome;
    private long? _lookedAtOutcome;
    private bool _isKnown;

    /// <summary>Looks until there is something to do, or the time is up.</summary>
    /// <returns>What to do; <see cref="FlowStep.Wait"/> when the time is up.</returns>
    public async Task<NextPromptAnswer> NextAsync(TimeSpan hold, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            var isLast = time.GetElapsedTime(start) + s_betweenLooks > hold;
            try
            {
                if (await LookAsync(cancellationToken) is { } answer)
                {
                    return answer;
                }
            }
            // S3 may stumble; only what lasts until the time is up is a failure.
            catch (Exception e) when (!isLast && IsPassing(e)) { }

            if (isLast)
            {
                return await IsLostAsync(cancellationToken)
                    ? await LastAnswerAsync(cancellationToken)
                    : NextPromptAnswer.Do(FlowStep.Wait);
            }

            await Task.Delay(s_betweenLooks, time, cancellationToken);
        }
    }

    private async Task<NextPromptAnswer?> LookAsync(CancellationToken cancellationToken)
    {
        await ReadFilesAsync(cancellationToken);
        while (_playlist?.NextAfter(_handedOut!.Value) is { } prompt)
        {
            if (await TryHandOutAsync(prompt, cancellationToken))
            {
                return prompt.Text is { } text
                    ? NextPromptAnswer.Say(text)
                    : NextPromptAnswer.Play(addressOf(prompt.File!));
            }
        }

        switch (_playlist)
        {
            case { Next: FlowStep.Transfer, Transfer: { } target }:
                return NextPromptAnswer.Transfer(target);
            case { Next: FlowStep.Transfer or FlowStep.End }:
                return NextPromptAnswer.Do(_playlist.Next);
        }

        // By the time the outcome is written the playlist is complete, but what was read of it may be older.
        if (_outcome is { } outcome)
        {
            return NextPromptAnswer.Do(outcome);
        }

        if (await IsTimeForOutcomeAsync(cancellationToken))
        {
            return await LookAsync(cancellationToken);
        }

        _isKnown =
            _isKnown || _playlist is not null || await store.ReadAsync(CallFile.Call, cancellationToken) is not null;
        return _isKnown ? null : NextPromptAnswer.Do(FlowStep.Transfer);
    }

    /// <summary>
    /// Whether nothing can come any more: each execution ends with an outcome, but one that was stopped, or that could not
    /// record it, leaves a flow that would wait until the caller hangs up.
    /// </summary>
    private async Task<bool> IsLostAsync(CancellationToken cancellationToken) =>
        (_progress is null || time.GetUtcNow() - _progress.Value.HandedOutAt >= s_quietBeforeAsking)
        && await execution.HasEndedAsync(cancellationToken);

    /// <summary>What the execution left before it ended goes first.</summary>
    private async Task<NextPromptAnswer> LastAnswerAsync(CancellationToken cancellationToken)
    {
        _lookedAtOutcome = null;
        return await LookAsync(cancellationToken) ?? NextPromptAnswer.Do(FlowStep.Transfer);
    }

    private async Task ReadFilesAsync(CancellationToken cancellationToken)
    {
        var progress = _handedOut is null ? ReadProgressAsync(cancellationToken) : Task.CompletedTask;
        var playlist = store.ReadIfChangedAsync(CallFile.Playlist, _playlistETag, cancellationToken);
        await Task.WhenAll(progress, playlist);
        if ((await playlist).File is { } file)
        {
            (_playlist, _playlistETag) = (file.Value, file.ETag);
        }
    }

    private async Task ReadProgressAsync(CancellationToken cancellationToken)
    {
        _progress = await store.ReadAsync(CallFile.Progress, cancellationToken);
        _handedOut = _progress?.Value.HandedOut ?? 0;
    }

    /// <summary>
    /// Notes the prompt as handed out, before it is. Amazon Connect may ask again while an answer is still on its way:
    /// the put is conditional, so that no prompt is ever given to two askers.
    /// </summary>
    private async Task<bool> TryHandOutAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        // What may have arrived already is offered as it was.
        if (_offer?.HandedOut != prompt.Number || _offeredAfter != _progress?.ETag)
        {
            (_offer, _offeredAfter) = (
                Progress.After(_progress?.Value, prompt.Number, time.GetUtcNow()),
                _progress?.ETag
            );
        }

        if (await store.TryWriteAsync(CallFile.Progress, _offer, _progress?.ETag, cancellationToken) is not null)
        {
            return true;
        }

        // It is ours all the same when the put had arrived, and only its answer was lost.
        await ReadProgressAsync(cancellationToken);
        return _progress?.Value is { } found
            && (found.HandedOut, found.HandedOutAt) == (_offer.HandedOut, _offer.HandedOutAt);
    }

    private async Task<bool> IsTimeForOutcomeAsync(CancellationToken cancellationToken)
    {
        if (_lookedAtOutcome is { } last && time.GetElapsedTime(last) < s_betweenLooksAtOutcome)
        {
            return false;
        }

        var outcome = await store.ReadAsync(CallFile.Outcome, cancellationToken);
        _lookedAtOutcome = time.GetTimestamp();
        _outcome = outcome is null ? null : LastStep(outcome.Value.Outcome.Next);
        return _outcome is not null;
    }

    // Whatever an outcome says, the call is over.
    private static FlowStep LastStep(FlowStep next) => next is FlowStep.End ? FlowStep.End : FlowStep.Transfer;

    private static bool IsPassing(Exception e) =>
        e switch
        {
            AmazonServiceException service => (int)service.StatusCode is 0 or 408 or 429 or >= 500,
            AmazonClientException or HttpRequestException or IOException => true,
            _ => false,
        };
}
