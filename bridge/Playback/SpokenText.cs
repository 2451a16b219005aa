namespace SonicBridge.Bridge.Playback;

/// <summary>How long Connect takes to say a text: about, for nobody tells.</summary>
internal static class SpokenText
{
    // English by Amazon Polly: some 15 characters a second.
    private const int CharactersPerSecond = 15;

    public static int MillisecondsOf(string text) => text.Length * 1000 / CharactersPerSecond;
}
