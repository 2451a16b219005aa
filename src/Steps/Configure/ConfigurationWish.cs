using System.Text.Json;
using System.Text.RegularExpressions;
using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Configure;

/// <summary>By what a call's configuration is chosen.</summary>
/// <param name="Attribute">The contact attribute <c>configuration</c>, when the flow has set it.</param>
/// <param name="Dialled">The number that the caller dialled, when Connect said it; it is never logged.</param>
internal sealed partial record ConfigurationWish(string? Attribute, string? Dialled)
{
    /// <summary>The configuration of calls that ask for no other.</summary>
    public const string Default = "default";

    /// <summary>Which number has which configuration: a JSON object.</summary>
    public const string Numbers = "numbers";

    /// <summary>What Connect's event wishes.</summary>
    public static ConfigurationWish Of(JsonElement input)
    {
        var asked = new ConnectEvent(input);
        return new ConfigurationWish(Text(asked.Configuration), Text(asked.DialledNumber));
    }

    /// <summary>Whether a text can name a configuration: nothing that leads to another place can.</summary>
    public static bool IsName(string text) => Name().IsMatch(text) && text != Numbers;

    private static string? Text(JsonElement value)
    {
        try
        {
            return ConnectEvent.IsAbsent(value) ? null : ConnectEvent.TextOf(value);
        }
        // A string with half a surrogate pair is JSON, but it is no text.
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
