using Amazon.KinesisVideoMedia;
using Amazon.KinesisVideoMedia.Model;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Kvs;

/// <summary>Where each connection to the stream starts, so that nothing is left out between two of them.</summary>
/// <param name="call">The call.</param>
/// <param name="options">How it is read.</param>
/// <param name="created">When reading began.</param>
internal sealed class StartSelection(CallDescription call, CallerVoiceOptions options, DateTimeOffset created)
{
    /// <param name="place">How far the stream was read.</param>
    /// <param name="fragmentIsGone">Whether the service no longer knows the fragment to start after.</param>
    public StartSelector Next(ReadingPlace place, bool fragmentIsGone)
    {
        var last = place.LastWhole?.Text ?? (options.Start as VoiceStart.AfterFragment)?.Number;
        if (last is not null && !fragmentIsGone)
        {
            return new StartSelector
            {
                StartSelectorType = StartSelectorType.FRAGMENT_NUMBER,
                AfterFragmentNumber = last,
            };
        }

        if (place.LastTime is { } lastTime)
        {
            return At(StartSelectorType.PRODUCER_TIMESTAMP, DateTimeOffset.FromUnixTimeMilliseconds(lastTime));
        }

        return options.Start is VoiceStart.AtContactStart
            ? ContactStart()
            : At(StartSelectorType.SERVER_TIMESTAMP, created);
    }

    // Not FRAGMENT_NUMBER: that starts after the fragment which it names, and the caller's first words are in it.
    private StartSelector ContactStart() =>
        call.StartTimestamp is { } start
            ? At(
                StartSelectorType.PRODUCER_TIMESTAMP,
                DateTimeOffset.FromUnixTimeMilliseconds(start) - options.StartMargin
            )
            : At(StartSelectorType.SERVER_TIMESTAMP, created - options.UnknownStart);

    private static StartSelector At(StartSelectorType type, DateTimeOffset time) =>
        new() { StartSelectorType = type, StartTimestamp = time.UtcDateTime };
}
