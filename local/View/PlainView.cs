using SonicBridge.Local.Call;

namespace SonicBridge.Local.View;

/// <summary>The call as lines of text: for pipes, logs and narrow terminals.</summary>
public sealed class PlainView(TextWriter output) : ICallView
{
    public void Show(JournalEntry entry)
    {
        var took = entry.Duration > TimeSpan.Zero ? $"  ({entry.Duration.TotalMilliseconds:N0} ms)" : "";
        output.WriteLine(
            $"{entry.At.TotalSeconds, 7:F2} s  {entry.Lane.ToString().ToLowerInvariant(), -9}  {entry.Text}{took}"
        );
    }

    /// <summary>Nothing: a log has no needle.</summary>
    public void ShowLevels(double caller, double agent) { }

    public void Say(string line) => output.WriteLine(line);

    public void Dispose() => output.Flush();
}
