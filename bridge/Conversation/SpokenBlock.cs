using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

/// <summary>One block of the agent's voice, and the words that it was meant to say: what is played of it was heard.</summary>
/// <param name="meant">The words that the model gave beforehand, or null.</param>
/// <param name="at">When it began, from the call's start.</param>
/// <param name="from">Where it begins among all that the agent said.</param>
internal sealed class SpokenBlock(string? meant, TimeSpan at, long from)
{
    // Some 15 characters a second: by it alone can be told how long a block that broke off would have been.
    private const int SamplesPerCharacter = SonicSettings.TelephoneHertz / 15;

    public string? Meant => meant;

    public TimeSpan At => at;

    public SampleRange Range { get; private set; } = new(from, from);

    /// <summary>Whether the model said all that it meant to.</summary>
    public bool IsWhole { get; set; }

    public void Extend(long through) => Range = Range with { Through = through };

    /// <summary>What was heard of the words that the model gave as said, up to the end of a word.</summary>
    /// <param name="unheard">What was not played.</param>
    public string HeardOf(string said, IReadOnlyList<SampleRange> unheard)
    {
        // Of words that it knows to be cut short the model gives fewer than it has spoken.
        var characters = IsWhole ? Math.Max(said.Length, meant?.Length ?? 0) : said.Length;
        return Range.Length == 0 ? said : UpToAWord(said, characters * Heard(unheard) / Range.Length);
    }

    /// <summary>What was heard of the words that were meant, when the model never gave any as said.</summary>
    /// <param name="unheard">What was not played.</param>
    public string HeardOfMeant(IReadOnlyList<SampleRange> unheard)
    {
        var whole = IsWhole ? Range.Length : Math.Max(Range.Length, (long)meant!.Length * SamplesPerCharacter);
        return whole == 0 ? "" : UpToAWord(meant!, meant!.Length * Heard(unheard) / whole);
    }

    private long Heard(IReadOnlyList<SampleRange> unheard) => Range.Length - unheard.Sum(Range.Shared);

    private static string UpToAWord(string text, long most)
    {
        if (most >= text.Length || most == 0)
        {
            return most == 0 ? "" : text;
        }

        var end = text[(int)most] == ' ' ? (int)most : text.LastIndexOf(' ', (int)most - 1);
        return end > 0 ? text[..end].TrimEnd() : "";
    }
}
