using System.Text;
using System.Text.Json;
using SonicBridge.Bridge.Sonic;
using static SonicBridge.Fuzz.Targets.OracleException;

namespace SonicBridge.Fuzz.Targets;

/// <summary>What the model says: each text is one event, or refused.</summary>
internal sealed class SonicEventTarget : IFuzzTarget
{
    private byte[] _pcm = new byte[4096];

    public string Name => "events";

    public string Oracle =>
        "an event or JsonException; texts, ids and samples as System.Text.Json's document reads them; a long text's pieces make it up and keep to their size";

    public IReadOnlyDictionary<string, string[]> Code { get; } =
        new Dictionary<string, string[]> { ["bridge"] = ["SonicBridge.Bridge.Sonic."] };

    public IReadOnlyList<byte[]> Dictionary { get; } =
    [
        .. Words.JsonValues,
        .. Words.Json(
            "event",
            "audioOutput",
            "textOutput",
            "contentStart",
            "contentEnd",
            "toolUse",
            "usageEvent",
            "completionStart",
            "completionEnd",
            "content",
            "contentId",
            "type",
            "role",
            "additionalModelFields",
            "stopReason",
            "toolUseId",
            "toolName",
            "totalInputTokens",
            "totalOutputTokens",
            "TEXT",
            "AUDIO",
            "TOOL",
            "USER",
            "ASSISTANT",
            "PARTIAL_TURN",
            "END_TURN",
            "INTERRUPTED",
            "{ \\\"interrupted\\\" : true }",
            "{\\\"generationStage\\\":\\\"SPECULATIVE\\\"}",
            "AAAA",
            "AA==",
            "\\/\\/\\/8="
        ),
    ];

    public int LongestInput => 2048;

    public long MostAllocated(int length) => 60_000 + (60L * length);

    public IEnumerable<byte[]> Seeds(string repository) => [];

    public void Run(ReadOnlySpan<byte> input)
    {
        _pcm = _pcm.Length >= input.Length ? _pcm : new byte[input.Length];
        SonicEvent read;
        try
        {
            read = SonicEventReader.Read(input, _pcm);
        }
        catch (JsonException)
        {
            return;
        }

        if (read is SonicEvent.TextOutput(_, { Length: > 0 } text))
        {
            HoldPieces(text);
        }

        if (EventDocument.TryRead(input.ToArray(), out var document))
        {
            using (document)
            {
                document.HoldSame(read);
            }
        }
    }

    private static void HoldPieces(string text)
    {
        var most = 4 + (text.Length % 40);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = TextPieces.NextLength(rest, most);
            Hold(length > 0 && length <= rest.Length, $"A piece of a text has {length} of {rest.Length} characters.");
            Hold(Encoding.UTF8.GetByteCount(rest[..length]) <= most, "A piece of a text is too long.");
            rest = rest[length..];
        }
    }
}
