using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SonicBridge.Bridge.Sonic;
using static SonicBridge.Fuzz.Targets.OracleException;

namespace SonicBridge.Fuzz.Targets;

/// <summary>An event read by another reader, and slower: as a document, in which names are looked up.</summary>
internal sealed class EventDocument : IDisposable
{
    private readonly JsonDocument _document;
    private readonly string _name;
    private readonly JsonElement _fields;

    private EventDocument(JsonDocument document, string name, JsonElement fields) =>
        (_document, _name, _fields) = (document, name, fields);

    /// <summary>False when the whole is no JSON: the reader under test need not look behind the event.</summary>
    public static bool TryRead(byte[] json, [NotNullWhen(true)] out EventDocument? read)
    {
        read = null;
        try
        {
            var document = JsonDocument.Parse(json);
            // The first object of this name is the event; a document would find the last.
            var named = document
                .RootElement.EnumerateObject()
                .First(member => member.NameEquals("event") && member.Value.ValueKind == JsonValueKind.Object)
                .Value.EnumerateObject()
                .First();
            read = new EventDocument(document, named.Name, named.Value);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <exception cref="OracleException">They differ.</exception>
    public void HoldSame(SonicEvent read)
    {
        switch (read)
        {
            case SonicEvent.AudioOutput audio:
                HoldText("audioOutput", "contentId", audio.ContentId);
                HoldSamples(audio.Pcm.Span);
                break;
            case SonicEvent.TextOutput text:
                HoldText("textOutput", "contentId", text.ContentId);
                HoldText("textOutput", "content", text.Text);
                break;
            case SonicEvent.Interrupted mark:
                HoldText("textOutput", "contentId", mark.ContentId);
                break;
            case SonicEvent.ContentStart start:
                HoldText("contentStart", "contentId", start.ContentId);
                break;
            case SonicEvent.ContentEnd end:
                HoldText("contentEnd", "contentId", end.ContentId);
                break;
            case SonicEvent.ToolUse use:
                HoldText("toolUse", "toolUseId", use.ToolUseId);
                HoldText("toolUse", "toolName", use.Name);
                break;
            case SonicEvent.Usage usage:
                Hold(_name == "usageEvent", $"Tokens were read of the event {_name}.");
                HoldTokens("totalInputTokens", usage.InputTokens);
                HoldTokens("totalOutputTokens", usage.OutputTokens);
                break;
            case SonicEvent.Unknown unknown:
                Hold(_name == unknown.Name, $"The event {_name} was read as {unknown.Name}.");
                break;
        }
    }

    public void Dispose() => _document.Dispose();

    /// <summary>The last of a name that is a string counts; there may be none.</summary>
    private void HoldText(string name, string field, string read)
    {
        Hold(_name == name, $"The event {_name} was read as {name}.");
        var text = "";
        foreach (var member in _fields.EnumerateObject())
        {
            if (member.NameEquals(field) && member.Value.ValueKind == JsonValueKind.String)
            {
                text = member.Value.GetString()!;
            }
        }

        Hold(text == read, $"{field} of {name} is '{text}' and was read as '{read}'.");
    }

    private void HoldSamples(ReadOnlySpan<byte> pcm)
    {
        var content = _fields.EnumerateObject().LastOrDefault(member => member.NameEquals("content")).Value;
        var samples = content.ValueKind == JsonValueKind.String ? content.GetBytesFromBase64() : [];
        Hold(pcm.SequenceEqual(samples), $"{samples.Length} bytes of audio were read as {pcm.Length}, or as others.");
    }

    private void HoldTokens(string field, long read)
    {
        var tokens = 0L;
        foreach (var member in _fields.EnumerateObject())
        {
            if (
                member.NameEquals(field)
                && member.Value.ValueKind == JsonValueKind.Number
                && member.Value.TryGetInt64(out var number)
            )
            {
                tokens = number;
            }
        }

        Hold(tokens == read, $"{field} is {tokens} and was read as {read}.");
    }
}
