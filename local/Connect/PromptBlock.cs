using System.Globalization;
using System.Text.RegularExpressions;
using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Connect;

/// <summary>What a block that plays something plays.</summary>
internal static partial class PromptBlock
{
    /// <summary>The sound, or null for the error branch.</summary>
    public static SpokenPrompt? Find(FlowAction action, Contact contact, IPromptSource prompts)
    {
        if (action.Text("Text") is { } text)
        {
            return prompts.Speak(FlowText.Fill(text, contact));
        }

        if (action.Text("SSML") is { } markup)
        {
            return Speak(FlowText.Fill(markup, contact), prompts);
        }

        if (action.Parameters.TryGetProperty("Media", out var media))
        {
            var address = FlowText.Fill(media.GetProperty("Uri").GetString()!, contact);
            return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? prompts.Fetch(uri) : null;
        }

        throw new ContactFlowException(
            $"Action '{action.Identifier}' plays neither Text, SSML nor Media; the local Connect has nothing else."
        );
    }

    /// <summary>The words without their markup; breaks alone are the way in which a flow waits.</summary>
    private static SpokenPrompt Speak(string markup, IPromptSource prompts)
    {
        var words = Tag().Replace(markup, "").Trim();
        if (words.Length > 0)
        {
            return prompts.Speak(words);
        }

        var milliseconds = Break()
            .Matches(markup)
            .Sum(pause =>
                int.Parse(pause.Groups["time"].Value, CultureInfo.InvariantCulture)
                * (pause.Groups["unit"].Value == "s" ? 1000 : 1)
            );
        return new SpokenPrompt($"silence of {milliseconds} ms", new short[Telephone.Hertz / 1000 * milliseconds]);
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(
        """<break\s+time\s*=\s*["'](?<time>[0-9]{1,5})(?<unit>ms|s)["']""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Break();
}
