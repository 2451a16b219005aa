namespace SonicBridge.Local.View.Graph;

/// <summary>How times and counts are said in a box.</summary>
internal static class Words
{
    public static string Of(TimeSpan length) =>
        length switch
        {
            { TotalSeconds: < 0.9995 } => $"{length.TotalMilliseconds:F0} ms",
            { TotalSeconds: < 59.95 } => $"{length.TotalSeconds:F1} s",
            { TotalMinutes: < 60 } => $"{(int)length.TotalMinutes} min {length.Seconds:D2} s",
            _ => $"{(int)length.TotalHours} h {length.Minutes:D2} min",
        };

    public static string Times(int count) => count == 1 ? "once" : $"{count} times";

    public static string Retries(int count) => count == 1 ? "1 retry" : $"{count} retries";
}
