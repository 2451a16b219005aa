using System.Runtime.InteropServices;
using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Proof;

/// <summary>Whether the model heard the caller as the caller spoke.</summary>
/// <param name="IsTrue">Whether each sample was heard once, in order and unchanged, by one session.</param>
/// <param name="Sentence">What is to be said of it.</param>
public sealed record Hearing(bool IsTrue, string Sentence)
{
    // In silence a bridge notes every 5 s how far it is, and a fragment takes a second.
    private static readonly TimeSpan MostAgain = TimeSpan.FromSeconds(10);

    // A session that gives way before it has answered gets 2.5 s of silence from the bridge, to know that its turn has come.
    private const int OwnSilence = 5 * Telephone.Hertz / 2;

    /// <inheritdoc cref="Compare(ReadOnlySpan{short}, IReadOnlyList{HeardStretch}, bool)"/>
    public static Hearing Compare(ReadOnlySpan<short> spoken, ReadOnlySpan<byte> heard, bool toTheEnd) =>
        Compare(spoken, [new HeardStretch(heard.ToArray())], toTheEnd);

    /// <summary>Compares what Connect published with what reached the model.</summary>
    /// <param name="spoken">All that was published: 16-bit, 8 kHz, mono.</param>
    /// <param name="sessions">What each session of the model received, in the order in which they took over.</param>
    /// <param name="toTheEnd">Whether the model had to hear all: where the caller hung up, and nobody else ended the call.</param>
    public static Hearing Compare(ReadOnlySpan<short> spoken, IReadOnlyList<HeardStretch> sessions, bool toTheEnd)
    {
        List<Place> places = [new(0, 0)];
        for (var i = 0; i < sessions.Count; i++)
        {
            var from = sessions[i].IsResumed ? BackFrom(places) : places;
            var mayEndInOwnSilence = i + 1 < sessions.Count;
            (places, var furthest) = GoOn(spoken, from, SamplesOf(sessions[i]), mayEndInOwnSilence);
            if (places.Count == 0)
            {
                return new Hearing(
                    false,
                    $"{Who(i, sessions.Count)} heard something else than the caller said from {Seconds(furthest)} s on."
                );
            }
        }

        var (heardUntil, again) = places.MaxBy(static place => place.HeardUntil);
        if (heardUntil == 0 && !spoken.IsEmpty)
        {
            return new Hearing(false, $"The model heard nothing of the {Seconds(spoken.Length)} s of the caller.");
        }

        return toTheEnd && heardUntil < spoken.Length
            ? new Hearing(
                false,
                $"The model did not hear the last {Seconds(spoken.Length - heardUntil)} s of the caller."
            )
            : new Hearing(true, Told(heardUntil, spoken.Length, sessions.Count, again));
    }

    // Silence is like silence: which of the places it was, the words that follow tell.
    private static (List<Place> Places, int Furthest) GoOn(
        ReadOnlySpan<short> spoken,
        List<Place> from,
        ReadOnlySpan<short> samples,
        bool mayEndInOwnSilence
    )
    {
        var (places, furthest) = (new List<Place>(), 0);
        var callers = mayEndInOwnSilence ? WithoutOwnSilence(samples) : samples;
        foreach (var place in from)
        {
            var same = spoken[place.HeardUntil..].CommonPrefixLength(samples);
            furthest = Math.Max(furthest, place.HeardUntil + same);
            if (same == samples.Length)
            {
                places.Add(place with { HeardUntil = place.HeardUntil + same });
            }

            if (same >= callers.Length && callers.Length < samples.Length)
            {
                places.Add(place with { HeardUntil = place.HeardUntil + callers.Length });
            }
        }

        return (
            [.. places.OrderBy(static place => place.Again).DistinctBy(static place => place.HeardUntil)],
            furthest
        );
    }

    // A bridge that takes over sends again what the lost one had not noted, and skips nothing.
    private static List<Place> BackFrom(List<Place> places)
    {
        var last = places.MaxBy(static place => place.HeardUntil);
        var earliest = Math.Max(0, places.Min(static place => place.HeardUntil) - (int)Telephone.SamplesIn(MostAgain));
        return
        [
            .. Enumerable
                .Range(earliest, last.HeardUntil - earliest + 1)
                .Select(from => new Place(from, last.Again + last.HeardUntil - from)),
        ];
    }

    private static ReadOnlySpan<short> WithoutOwnSilence(ReadOnlySpan<short> samples) =>
        samples.Length >= OwnSilence && !samples[^OwnSilence..].ContainsAnyExcept((short)0)
            ? samples[..^OwnSilence]
            : samples;

    private static ReadOnlySpan<short> SamplesOf(HeardStretch session) =>
        MemoryMarshal.Cast<byte, short>(session.Audio.Span);

    private static string Told(int heard, int spoken, int sessions, int again)
    {
        var parted = sessions > 1 ? $", each once, by one of {sessions} sessions" : "";
        var repeated = again > 0 ? $" After a bridge was lost, {Seconds(again)} s were sent again." : "";
        return $"The model heard the caller sample for sample{parted}: {heard:N0} of {spoken:N0}.{repeated}";
    }

    private static string Who(int session, int sessions) =>
        sessions > 1 ? $"Session {session + 1} of the model" : "The model";

    /// <summary>How far the caller was heard, and how much of it twice.</summary>
    private readonly record struct Place(int HeardUntil, int Again);

    private static string Seconds(int samples) => $"{Telephone.DurationOf(samples).TotalSeconds:F3}";
}
