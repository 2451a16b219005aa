using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>Keeps what is logged, and shows it on the console.</summary>
public class TestLambdaLogger : ILambdaLogger
{
    public StringBuilder Buffer { get; } = new();

    public void Log(string message)
    {
        Buffer.Append(message);
        Console.Write(message);
    }

    public void LogLine(string message)
    {
        Buffer.AppendLine(message);
        Console.WriteLine(message);
    }

    public void Log(string level, string message) => LogLine($"{level}: {message}");

    public void Log(string level, string message, params object[] args) => LogLine(Format(level, message, args));

    public void Log(string level, Exception exception, string message, params object[] args) =>
        LogLine(
            exception is null
                ? Format(level, message, args)
                : $"{Format(level, message, args)}{Environment.NewLine}{exception}{Environment.NewLine}"
        );

    private static string Format(string level, string message, object[] args) =>
        args is not { Length: > 0 }
            ? $"{level}: {message}"
            : args.Aggregate(
                new StringBuilder().AppendLine($"{level}: {message}"),
                (text, arg) => text.AppendLine($"\t{arg}"),
                text => text.ToString()
            );
}
