using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.StepFunctions.Intrinsics;

/// <summary>The functions on strings.</summary>
internal static class TextFunctions
{
    private const int LongestText = 10_000;
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    public static JsonNode Format(IntrinsicArguments arguments)
    {
        var (template, filled, next) = (arguments.Text(0), new StringBuilder(), 1);
        for (var i = 0; i < template.Length; i++)
        {
            switch (template[i])
            {
                case '\\' when i + 1 < template.Length && template[i + 1] is '{' or '}' or '\\':
                    filled.Append(template[++i]);
                    break;
                case '{' when i + 1 < template.Length && template[i + 1] == '}':
                    i++;
                    filled.Append(next < arguments.Count ? Show(arguments[next++]) : throw Mismatch(arguments));
                    break;
                case '{' or '}':
                    throw new IntrinsicMisuseException(@"a brace that is no placeholder {} is written \{ or \}.");
                default:
                    filled.Append(template[i]);
                    break;
            }
        }

        return next == arguments.Count ? filled.ToString() : throw Mismatch(arguments);
    }

    public static JsonNode Split(IntrinsicArguments arguments)
    {
        var parts = arguments.Text(0).Split(arguments.Text(1).ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
        return new JsonArray([.. parts.Select(static part => (JsonNode)part)]);
    }

    public static JsonNode Base64Encode(IntrinsicArguments arguments) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Short(arguments.Text(0))));

    public static JsonNode Base64Decode(IntrinsicArguments arguments)
    {
        try
        {
            return s_strict.GetString(Convert.FromBase64String(Short(arguments.Text(0))));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw new IntrinsicMisuseException("the string is not UTF-8 in Base64.");
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "The language names these algorithms.")]
    [SuppressMessage("Security", "CA5351", Justification = "The language names these algorithms.")]
    public static JsonNode Hash(IntrinsicArguments arguments)
    {
        var data = Encoding.UTF8.GetBytes(Short(Show(arguments[0])));
        var hash = arguments.Text(1) switch
        {
            "MD5" => MD5.HashData(data),
            "SHA-1" => SHA1.HashData(data),
            "SHA-256" => SHA256.HashData(data),
            "SHA-384" => SHA384.HashData(data),
            "SHA-512" => SHA512.HashData(data),
            var other => throw new IntrinsicMisuseException(
                $"'{other}' is not one of MD5, SHA-1, SHA-256, SHA-384 and SHA-512."
            ),
        };
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>A string as it is, all else as JSON.</summary>
    private static string Show(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : JsonText.Write(node);

    private static string Short(string text) =>
        text.Length <= LongestText
            ? text
            : throw new IntrinsicMisuseException($"the string is longer than {LongestText} characters.");

    private static IntrinsicMisuseException Mismatch(IntrinsicArguments arguments) =>
        new($"the template's placeholders do not match its {arguments.Count - 1} values.");
}
