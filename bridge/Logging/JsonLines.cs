using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace SonicBridge.Bridge.Logging;

/// <summary>
/// Writes each log entry as one line of JSON, with what its scopes add. The generic console logger does the same for
/// several times the memory and a thread of its own.
/// </summary>
internal sealed class JsonLines(Stream output, TimeProvider time, LogLevel least = LogLevel.Information)
    : ILoggerFactory
{
    // Read by people in a console, never put into a page: an apostrophe may stay one.
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly LoggerExternalScopeProvider _scopes = new();
    private readonly ArrayBufferWriter<byte> _line = new(512);
    private readonly Lock _lock = new();

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    /// <summary>There is one output, given at construction.</summary>
    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("JSON lines are the bridge's only log.");

    public void Dispose() => output.Flush();

    private void Write(LogLevel level, EventId id, object? state, string text)
    {
        lock (_lock)
        {
            _line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_line, Readable))
            {
                json.WriteStartObject();
                json.WriteString("at"u8, time.GetUtcNow());
                json.WriteString("level"u8, NameOf(level));
                json.WriteString("event"u8, id.Name);
                _scopes.ForEachScope(static (scope, json) => WriteValues(json, scope), json);
                json.WriteString("message"u8, text);
                WriteValues(json, state);
                json.WriteEndObject();
            }

            _line.Write("\n"u8);
            output.Write(_line.WrittenSpan);
            output.Flush();
        }
    }

    private static void WriteValues(Utf8JsonWriter json, object? values)
    {
        if (values is ILineContent content)
        {
            content.WriteTo(json);
            return;
        }

        if (values is not IReadOnlyList<KeyValuePair<string, object?>> pairs)
        {
            return;
        }

        for (var i = 0; i < pairs.Count; i++)
        {
            var (name, value) = pairs[i];
            if (name == "{OriginalFormat}")
            {
                continue;
            }

            json.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(name));
            WriteValue(json, value);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(Math.Round(number, 3));
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    private static ReadOnlySpan<byte> NameOf(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => "trace"u8,
            LogLevel.Debug => "debug"u8,
            LogLevel.Information => "info"u8,
            LogLevel.Warning => "warning"u8,
            LogLevel.Error => "error"u8,
            _ => "critical"u8,
        };

    private sealed class Category(JsonLines lines, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => lines._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= lines.Least && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            // One line: what broke and where, without the stack, which names nothing that an engineer on call can mend.
            var text = formatter(state, exception);
            if (exception is not null)
            {
                text = $"{text} {exception.GetType().Name}: {exception.Message}";
            }

            lines.Write(logLevel, eventId.Name is null ? new EventId(eventId.Id, name) : eventId, state, text);
        }
    }

    private LogLevel Least { get; } = least;
}
