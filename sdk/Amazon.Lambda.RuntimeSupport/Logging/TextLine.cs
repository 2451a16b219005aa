using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A log line as text: time, invocation, level and message with tabs between them.</summary>
internal static class TextLine
{
    public static string Format(LogEntry entry) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.At.ToString(LogEntry.TimeFormat, CultureInfo.InvariantCulture)}\t{entry.Invocation?.AwsRequestId}\t{Label(entry.Level)}\t{Message(entry)}"
        );

    /// <summary>The message alone, and the exception below it.</summary>
    public static string Message(LogEntry entry)
    {
        var message = MessageTemplate.Fill(entry.Template, entry.Args);
        return entry.Exception switch
        {
            null => message,
            var exception when message.Length == 0 => exception.ToString(),
            var exception => $"{message}\n{exception}",
        };
    }

    private static string Label(LogLevel level) =>
        level switch
        {
            LogLevel.Trace => "trce",
            LogLevel.Debug => "dbug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            LogLevel.Error => "fail",
            _ => "crit",
        };
}
