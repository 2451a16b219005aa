using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads a time as text or as a number since 1970: seconds, or milliseconds where Kinesis sends those.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    /// <summary>Seconds from the year 1 to the year 5000: a greater number can only be milliseconds.</summary>
    private const long MostSeconds = 157_753_180_800;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String when reader.TryGetDateTime(out var time) => time,
            JsonTokenType.Number when reader.TryGetInt64(out var number) => number > MostSeconds
                ? DateTime.UnixEpoch.AddMilliseconds(number)
                : DateTime.UnixEpoch.AddSeconds(number),
            JsonTokenType.Number when reader.TryGetDouble(out var seconds) => DateTime.UnixEpoch.AddSeconds(seconds),
            var other => throw new JsonSerializerException($"Unknown data type for DateTime: {other}"),
        };

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
