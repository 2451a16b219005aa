using System.Text.Json;
using System.Text.Json.Serialization;

namespace SonicBridge.Contracts.Configuration;

/// <summary>For how many days a transcript is kept, or that none is written: in JSON a number or <c>"none"</c>.</summary>
[JsonConverter(typeof(TranscriptKeepingConverter))]
public readonly record struct TranscriptKeeping
{
    /// <summary>The word for none.</summary>
    public const string NoneWord = "none";

    /// <summary>The tag of transcripts by which the bucket's lifecycle rules know them; its value is the days.</summary>
    public const string Tag = "keep-days";

    private readonly int _days;

    private TranscriptKeeping(int days) => _days = days;

    /// <summary>No transcript is written.</summary>
    public static TranscriptKeeping None { get; }

    /// <summary>The periods for which serverless.template has a lifecycle rule: S3 knows no rule that reads a tag's number.</summary>
    public static IReadOnlyList<int> Periods { get; } = [1, 3, 7, 14, 30, 60, 90, 180, 365];

    /// <summary>The days, or null when no transcript is written.</summary>
    public int? Days => _days == 0 ? null : _days;

    /// <summary>Keeps for one of <see cref="Periods"/>.</summary>
    public static bool TryFor(int days, out TranscriptKeeping keeping)
    {
        keeping = Periods.Contains(days) ? new TranscriptKeeping(days) : None;
        return keeping != None;
    }
}

/// <summary>Writes the days as a number.</summary>
internal sealed class TranscriptKeepingConverter : JsonConverter<TranscriptKeeping>
{
    public override TranscriptKeeping Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType switch
        {
            JsonTokenType.String when reader.ValueTextEquals(TranscriptKeeping.NoneWord) => TranscriptKeeping.None,
            JsonTokenType.Number
                when reader.TryGetInt32(out var days) && TranscriptKeeping.TryFor(days, out var keeping) => keeping,
            _ => throw new JsonException("keepTranscript is neither a period nor none."),
        };

    public override void Write(Utf8JsonWriter writer, TranscriptKeeping value, JsonSerializerOptions options)
    {
        if (value.Days is { } days)
        {
            writer.WriteNumberValue(days);
        }
        else
        {
            writer.WriteStringValue(TranscriptKeeping.NoneWord);
        }
    }
}
