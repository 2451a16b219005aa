namespace SonicBridge.Local.View.Timeline;

/// <summary>A stretch in which somebody speaks.</summary>
internal readonly record struct Speech(TimeSpan From, TimeSpan To)
{
    private const int Window = CallPicture.SampleRate / 50;
    private const int Loud = 400;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(900);

    /// <summary>Finds speech by its loudness, joining what is parted by less than 0.9 s.</summary>
    public static List<Speech> In(ReadOnlySpan<short> samples)
    {
        var found = new List<Speech>();
        for (var at = 0; at + Window <= samples.Length; at += Window)
        {
            if (MeanOf(samples.Slice(at, Window)) < Loud)
            {
                continue;
            }

            var (from, to) = (TimeOf(at), TimeOf(at + Window));
            if (found.Count > 0 && from - found[^1].To < LongestPause)
            {
                found[^1] = found[^1] with { To = to };
            }
            else
            {
                found.Add(new Speech(from, to));
            }
        }

        return found;
    }

    /// <summary>How long the agent was waited for after each of the caller's turns.</summary>
    public static IEnumerable<Speech> Waits(IReadOnlyList<Speech> caller, IReadOnlyList<Speech> agent)
    {
        for (var i = 0; i < caller.Count; i++)
        {
            var ended = caller[i].To;
            var nextTurn = i + 1 < caller.Count ? caller[i + 1].From : TimeSpan.MaxValue;
            foreach (var answer in agent)
            {
                if (answer.From >= ended && answer.From < nextTurn)
                {
                    yield return new Speech(ended, answer.From);
                    break;
                }
            }
        }
    }

    private static TimeSpan TimeOf(int sample) => TimeSpan.FromSeconds(sample / (double)CallPicture.SampleRate);

    private static int MeanOf(ReadOnlySpan<short> samples)
    {
        var sum = 0;
        foreach (var sample in samples)
        {
            sum += Math.Abs((int)sample);
        }

        return sum / samples.Length;
    }
}
