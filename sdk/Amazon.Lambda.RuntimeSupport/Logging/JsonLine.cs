using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A log line as JSON, with the named arguments of its message as fields.</summary>
internal static class JsonLine
{
    public static string Format(LogEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, entry);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, LogEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("timestamp", entry.At.ToString(LogEntry.TimeFormat, CultureInfo.InvariantCulture));
        writer.WriteString("level", entry.Level.ToString());
        WriteIfAny(writer, "requestId", entry.Invocation?.AwsRequestId);
        WriteIfAny(writer, "tenantId", entry.Invocation?.TenantId);
        WriteIfAny(writer, "traceId", entry.Invocation?.TraceId);
        writer.WriteString("message", MessageTemplate.Fill(entry.Template, entry.Args));
        foreach (var (hole, value) in MessageTemplate.Pair(entry.Template, entry.Args))
        {
            if (value is not null)
            {
                writer.WritePropertyName(hole.Name);
                WriteValue(writer, hole, value);
            }
        }

        if (entry.Exception is { } exception)
        {
            writer.WriteString("errorType", exception.GetType().FullName);
            writer.WriteString("errorMessage", exception.Message);
            writer.WriteStartArray("stackTrace");
            foreach (var line in exception.ToString().Split('\n'))
            {
                writer.WriteStringValue(line.AsSpan().Trim());
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, MessageTemplate.Hole hole, object value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case IList list and not byte[]:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(writer, hole, item);
                }

                writer.WriteEndArray();
                break;
            case IDictionary pairs:
                writer.WriteStartObject();
                foreach (DictionaryEntry pair in pairs)
                {
                    writer.WritePropertyName(pair.Key.ToString() ?? "");
                    WriteValue(writer, hole, pair.Value);
                }

                writer.WriteEndObject();
                break;
            case bool truth when hole.Format is null:
                writer.WriteBooleanValue(truth);
                break;
            // JSON has no numbers that are not finite.
            case (float or double)
            and IConvertible real
                when hole.Format is null && !double.IsFinite(real.ToDouble(CultureInfo.InvariantCulture)):
                writer.WriteStringValue(real.ToString(CultureInfo.InvariantCulture));
                break;
            case (byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal)
            and IFormattable number when hole.Format is null:
                writer.WriteRawValue(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(MessageTemplate.Text(hole, value));
                break;
        }
    }
}
