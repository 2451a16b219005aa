using SonicBridge.Contracts;

namespace SonicBridge.Steps.Verify;

/// <summary>The synthetic caller's side of the line: what he says is there before the call, then he is silent and listens.</summary>
internal sealed class CanaryLine(MediaUpload upload, TimeProvider time)
{
    // A stream takes five fragments a second: longer ones for what is put at once.
    private const int SpeechFragment = 32 * CanaryMedia.BlockSamples;
    private const int SilentFragment = 16 * CanaryMedia.BlockSamples;

    // The model takes a turn as ended after 1.75 s, and a bridge on an instance without the image needs some seconds more.
    private const int SilentFragments = 20;

    // What is late is made up for, at less than the five a second that a stream takes.
    private static readonly TimeSpan s_leastPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Begins a run of streaming that ends its speech now.</summary>
    public Voice Open(string endpoint, string streamArn, ContactId contact)
    {
        var speech = CanarySpeech.Read();
        return new Voice(
            upload,
            time,
            new CanaryMedia(contact, Guid.NewGuid()),
            endpoint,
            streamArn,
            speech,
            time.GetUtcNow() - CanaryMedia.DurationOf(speech.Length)
        );
    }

    /// <summary>One run of streaming.</summary>
    internal sealed class Voice(
        MediaUpload upload,
        TimeProvider time,
        CanaryMedia media,
        string endpoint,
        string streamArn,
        short[] speech,
        DateTimeOffset startedAt
    )
    {
        /// <summary>When the caller's first sample was spoken.</summary>
        public DateTimeOffset StartedAt => startedAt;

        /// <summary>Puts the whole sentence, as a recording.</summary>
        public Task SpeakAsync() =>
            upload.PutAsync(
                endpoint,
                streamArn,
                startedAt,
                async stream =>
                {
                    await stream.WriteAsync(media.Opening());
                    for (var start = 0; start < speech.Length; start += SpeechFragment)
                    {
                        var samples = speech.AsSpan(start, Math.Min(SpeechFragment, speech.Length - start));
                        await stream.WriteAsync(media.Fragment(startedAt + CanaryMedia.DurationOf(start), samples));
                    }
                }
            );

        /// <summary>Puts silence at the pace of a clock: an agent waits for the end of a sentence, and a line that is dead has hung up.</summary>
        public Task StayAsync()
        {
            var from = startedAt + CanaryMedia.DurationOf(speech.Length);
            return upload.PutAsync(
                endpoint,
                streamArn,
                from,
                async stream =>
                {
                    await stream.WriteAsync(media.Opening());
                    for (var i = 0; i < SilentFragments; i++)
                    {
                        // A fragment is whole when its last sample has been spoken.
                        var end = from + CanaryMedia.DurationOf((i + 1) * SilentFragment);
                        var left = end - time.GetUtcNow();
                        await Task.Delay(left > s_leastPause ? left : s_leastPause, time);
                        var at = from + CanaryMedia.DurationOf(i * SilentFragment);
                        await stream.WriteAsync(media.Fragment(at, new short[SilentFragment]));
                        await stream.FlushAsync();
                    }
                }
            );
        }
    }
}
