using System.Globalization;
using Amazon.S3.Model;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Contracts.Privacy;

/// <summary>What is kept of a call's words, as its configuration has it.</summary>
public static class KeptTranscript
{
    /// <summary>The lines to keep, or null when none is kept.</summary>
    public static IReadOnlyList<TranscriptLine>? Of(
        IReadOnlyList<TranscriptLine> lines,
        PrivacyConfiguration privacy
    ) =>
        privacy.KeepTranscript == TranscriptKeeping.None ? null
        : privacy.MaskNumbers ? Masked(lines)
        : lines;

    /// <summary>The tag by which the bucket's lifecycle rules delete it in time, or null for the time of the rest.</summary>
    public static Tag? TagOf(PrivacyConfiguration privacy) =>
        privacy.KeepTranscript?.Days is { } days
            ? new Tag { Key = TranscriptKeeping.Tag, Value = days.ToString(CultureInfo.InvariantCulture) }
            : null;

    // All that one side says is one text, since a number may be read out over several lines.
    private static TranscriptLine[] Masked(IReadOnlyList<TranscriptLine> lines)
    {
        TranscriptLine[] masked = [.. lines];
        foreach (var speaker in Enum.GetValues<Speaker>())
        {
            int[] own = [.. Enumerable.Range(0, masked.Length).Where(index => masked[index].Speaker == speaker)];
            var text = string.Join('\n', own.Select(index => masked[index].Text.ReplaceLineEndings(" ")));
            var pieces = NumberMask.Mask(text).Split('\n');
            for (var i = 0; i < own.Length; i++)
            {
                masked[own[i]] = masked[own[i]] with { Text = pieces[i] };
            }
        }

        return masked;
    }
}
