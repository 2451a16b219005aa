using System.Text;
using System.Text.RegularExpressions;

namespace SonicBridge.Local.Connect;

/// <summary>Parameters of flow actions: plain text, one reference, or text with references in it.</summary>
public static partial class FlowText
{
    /// <summary>Puts the contact's values in place of <c>$.Attributes.x</c>, <c>$['Attributes']['x']</c> and the like.</summary>
    public static string Fill(string text, Contact contact)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new StringBuilder();
        var from = 0;
        foreach (var match in Reference().EnumerateMatches(text))
        {
            filled.Append(text, from, match.Index - from);
            filled.Append(contact.Resolve(Path(text.Substring(match.Index, match.Length))));
            from = match.Index + match.Length;
        }

        return filled.Append(text, from, text.Length - from).ToString();
    }

    private static string[] Path(string reference) =>
        [.. Step().Matches(reference).Select(step => step.Groups["key"].Value)];

    [GeneratedRegex(@"\$((\['[^']+'\])+|(\.\w+|\.\['[^']+'\])+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\.(?<key>\w+)|\['(?<key>[^']+)'\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();
}
