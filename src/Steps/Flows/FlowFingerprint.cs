using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SonicBridge.Steps.Flows;

/// <summary>
/// Tells whether two contents are the same flow: the SHA-256 of the content without spaces and with members in the order
/// of their names. Amazon Connect promises to keep neither, and one who changes no more than that has changed nothing.
/// </summary>
internal static class FlowFingerprint
{
    public static string Of(string content)
    {
        var json = Encoding.UTF8.GetBytes(content);
        try
        {
            var text = new StringBuilder();
            Write(JsonPart.Read(json), json, text);
            json = Encoding.UTF8.GetBytes(text.ToString());
        }
        // What is no JSON is the same only as itself.
        catch (Exception e) when (e is JsonException or InvalidOperationException) { }

        return Convert.ToHexStringLower(SHA256.HashData(json));
    }

    private static void Write(JsonPart part, byte[] json, StringBuilder text)
    {
        if (part.IsObject)
        {
            text.Append('{');
            foreach (var member in part.Members.OrderBy(member => member.Name, StringComparer.Ordinal))
            {
                text.Append(Encoding.UTF8.GetString(NewAction.Write(member.Name))).Append(':');
                Write(member.Value, json, text);
                text.Append(',');
            }

            text.Append('}');
        }
        else if (part.IsArray)
        {
            text.Append('[');
            foreach (var item in part.Items)
            {
                Write(item, json, text);
                text.Append(',');
            }

            text.Append(']');
        }
        else
        {
            text.Append(
                Encoding.UTF8.GetString(
                    part.Text is { } said ? NewAction.Write(said) : json.AsSpan()[part.Start..part.End]
                )
            );
        }
    }
}
