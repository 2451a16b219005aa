using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>An exception as Lambda shows it: errorType, errorMessage, stackTrace, cause, causes.</summary>
internal static class ErrorReport
{
    /// <summary>The longest report; a longer one is left out.</summary>
    public const int MaxLength = 256 * 1024;

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // A chain of causes is as deep as it is; a report that grows too long is replaced.
        MaxDepth = int.MaxValue,
    };

    private static ReadOnlySpan<byte> TooLong =>
        """{"errorMessage": "Exception exceeded maximum payload size of 256KB."}"""u8;

    public static byte[] Write(Exception exception)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Layout))
        {
            Write(writer, exception);
        }

        return stream.Length > MaxLength ? TooLong.ToArray() : stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", exception.GetType().Name);
        writer.WriteString("errorMessage", exception.Message);
        if (!string.IsNullOrEmpty(exception.StackTrace))
        {
            WriteStackTrace(writer, new StackTrace(exception, true).ToString());
        }

        if (exception.InnerException is { } cause)
        {
            writer.WritePropertyName("cause");
            Write(writer, cause);
        }

        if (exception is AggregateException { InnerExceptions: { Count: > 0 } causes })
        {
            writer.WriteStartArray("causes");
            foreach (var one in causes)
            {
                Write(writer, one);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteStackTrace(Utf8JsonWriter writer, string trace)
    {
        writer.WriteStartArray("stackTrace");
        foreach (var line in trace.AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                writer.WriteStringValue(line.Trim());
            }
        }

        writer.WriteEndArray();
    }
}
