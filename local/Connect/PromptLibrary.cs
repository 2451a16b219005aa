using SonicBridge.Local.Audio;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.S3;
using SonicBridge.Local.Script;

namespace SonicBridge.Local.Connect;

/// <summary>Finds prompts in S3 as Connect does, with Connect's demands on them, and speaks texts.</summary>
/// <param name="store">Where the prompts are.</param>
/// <param name="voice">Speaks texts.</param>
/// <param name="refused">Told in a sentence why a prompt could not be played.</param>
public sealed class PromptLibrary(S3Store store, FlowVoice voice, Action<string> refused) : IPromptSource
{
    // "Set up prompts to play from S3", Amazon Connect's administrator guide.
    private const int MaxBytes = 50 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly WavFormat Wanted = new(SampleEncoding.MuLaw, 1, Telephone.Hertz, 1);

    /// <inheritdoc/>
    public SpokenPrompt? Fetch(Uri address)
    {
        if (Find(address) is not { } item)
        {
            refused($"There is no prompt at {address.AbsolutePath}.");
            return null;
        }

        try
        {
            Require(item.Content.Length < MaxBytes, "it is larger than 50 MB");
            var (format, _) = WavReader.Read(item.Content.Span);
            Require(format == Wanted, $"Connect plays µ-law, 8000 Hz, mono, and this is {Describe(format)}");
            var sound = TelephoneSound.Parse(item.Content.Span);
            Require(sound.Duration < Longest, "it lasts longer than 5 minutes");
            return new SpokenPrompt(item.Key[(item.Key.LastIndexOf('/') + 1)..], sound.Samples);
        }
        catch (UnusableSoundException e)
        {
            refused($"The prompt {item.Key} cannot be played: {e.Message}");
            return null;
        }
    }

    /// <inheritdoc/>
    public SpokenPrompt Speak(string text) => voice.Speak(text);

    /// <summary>By either form of an S3 address: the bucket in the host's name, or first in the path.</summary>
    private StoredObject? Find(Uri address)
    {
        const string Regional = $"s3.{LocalAccount.Region}.amazonaws.com";
        var path = Uri.UnescapeDataString(address.AbsolutePath).TrimStart('/');
        if (address.Scheme != Uri.UriSchemeHttps)
        {
            return null;
        }

        if (address.Host.EndsWith($".{Regional}", StringComparison.OrdinalIgnoreCase))
        {
            return store.Find(address.Host[..^(Regional.Length + 1)], path);
        }

        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return address.Host.Equals(Regional, StringComparison.OrdinalIgnoreCase) && slash > 0
            ? store.Find(path[..slash], path[(slash + 1)..])
            : null;
    }

    private static string Describe(WavFormat format) =>
        $"{format.EncodingName}, {format.Hertz} Hz, {format.ChannelsName}";

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new UnusableSoundException($"{otherwise}.");
        }
    }
}
