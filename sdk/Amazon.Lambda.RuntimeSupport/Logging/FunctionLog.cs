using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Client;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The function's log: each line names its time, invocation and level, or is a JSON object with these.</summary>
internal sealed class FunctionLog
{
    private readonly TextWriter output;
    private readonly LogLevel least;
    private readonly Func<LogEntry, string> format;
    private readonly Lock gate = new();

    private FunctionLog(TextWriter output)
    {
        this.output = output;
        least = LeastLevel(Setting("AWS_LAMBDA_HANDLER_LOG_LEVEL", "AWS_LAMBDA_LOG_LEVEL"));
        var layout = Setting("AWS_LAMBDA_HANDLER_LOG_FORMAT", "AWS_LAMBDA_LOG_FORMAT");
        format = layout?.ToUpperInvariant() switch
        {
            "JSON" => JsonLine.Format,
            "UNFORMATTED" => TextLine.Message,
            _ => TextLine.Format,
        };
    }

    /// <summary>The invocation that lines belong to.</summary>
    public InvocationHeaders Invocation { get; set; }

    /// <summary>Takes over the console and <see cref="LambdaLogger"/>, so that every line is one of the log's.</summary>
    public static FunctionLog TakeConsole()
    {
        var log = new FunctionLog(Console.Out);
        Console.SetOut(new ConsoleWriter(log, log.output, nameof(LogLevel.Information)));
        Console.SetError(new ConsoleWriter(log, Console.Error, nameof(LogLevel.Error)));
        LambdaLogger.Write = log.Write;
        return log;
    }

    public void Write(string level, Exception exception, string message, object[] args) =>
        Write(output, level, exception, message, args);

    public void Write(TextWriter writer, string level, Exception exception, string message, object[] args)
    {
        // An unknown level counts as the lowest, and is written whatever the least is.
        if (Enum.TryParse(level, ignoreCase: true, out LogLevel grade) && grade < least)
        {
            return;
        }

        var line = format(new LogEntry(DateTime.UtcNow, grade, Invocation, message ?? "", args, exception));
        lock (gate)
        {
            writer.WriteLine(line);
        }
    }

    private static string Setting(string name, string fallback) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : Environment.GetEnvironmentVariable(fallback);

    private static LogLevel LeastLevel(string name) =>
        name?.ToUpperInvariant() switch
        {
            "FATAL" => LogLevel.Critical,
            "WARN" => LogLevel.Warning,
            _ => Enum.TryParse(name, ignoreCase: true, out LogLevel level) ? level : LogLevel.Information,
        };
}

/// <summary>What is to be logged.</summary>
internal readonly record struct LogEntry(
    DateTime At,
    LogLevel Level,
    InvocationHeaders Invocation,
    string Template,
    object[] Args,
    Exception Exception
)
{
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
}
