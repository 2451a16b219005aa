namespace Amazon.Lambda.Core;

/// <summary>The function's log for code that has no <see cref="ILambdaContext"/>; the console outside Lambda.</summary>
public static class LambdaLogger
{
    /// <summary>Where the log goes: the runtime puts its own here.</summary>
    internal static Action<string, Exception, string, object[]> Write { get; set; } = WriteToConsole;

    public static void Log(string message) => Write(null, null, message, []);

    public static void Log(string level, string message, params object[] args) => Write(level, null, message, args);

    public static void Log(LogLevel level, string message, params object[] args) =>
        Log(level.ToString(), message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) =>
        Write(level, exception, message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Log(level.ToString(), exception, message, args);

    private static void WriteToConsole(string level, Exception exception, string message, object[] args)
    {
        var arguments = args.Length == 0 ? "" : $" Arguments: {string.Join(' ', args.Select(a => $"\"{a}\""))}";
        Console.WriteLine(level is null ? message : $"{level}: {message}{arguments}");
        if (exception is not null)
        {
            Console.WriteLine(exception);
        }
    }
}
