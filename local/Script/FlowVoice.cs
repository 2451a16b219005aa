using SonicBridge.Local.Audio;
using SonicBridge.Local.Connect;

namespace SonicBridge.Local.Script;

/// <summary>
/// Speaks the contact flow's texts, as Amazon Polly does at AWS: from recordings. A text that was never recorded is a
/// chime and as much silence as it would take to say, and the view shows that.
/// </summary>
public sealed class FlowVoice
{
    private const int CharactersPerSecond = 15;
    private const int ChimeMilliseconds = 180;

    private readonly Dictionary<string, SpokenLine> _lines;

    public FlowVoice(IEnumerable<SpokenLine> lines) =>
        _lines = lines.ToDictionary(static line => line.Words, StringComparer.Ordinal);

    /// <summary>The sound of a text.</summary>
    public SpokenPrompt Speak(string text) =>
        _lines.TryGetValue(text, out var line)
            ? new SpokenPrompt(text, line.Voice)
            : new SpokenPrompt($"{text} (not recorded: a chime)", Chime(text.Length));

    private static short[] Chime(int characters)
    {
        const int Samples = Telephone.Hertz * ChimeMilliseconds / 1000;
        var chime = new short[Samples + (Telephone.Hertz * characters / CharactersPerSecond)];
        for (var n = 0; n < Samples; n++)
        {
            var fading = 1 - ((double)n / Samples);
            chime[n] = (short)(6000 * fading * Math.Sin(2 * Math.PI * 660 * n / Telephone.Hertz));
        }

        return chime;
    }
}
