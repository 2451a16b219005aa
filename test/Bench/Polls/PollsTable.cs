using System.Globalization;
using System.Text;
using SonicBridge.Bench.Pages;

namespace SonicBridge.Bench.Polls;

/// <summary>Writes what waiting callers take as Markdown.</summary>
internal static class PollsTable
{
    public static string Write(PollsResult result)
    {
        var text = new StringBuilder();
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{result.Seconds:0} s with each number of callers; {result.Machine}:"
            )
            .AppendLine();
        Row("callers who wait at once", static point => point.Callers, "");
        text.Append("| --- |");
        foreach (var _ in result.Points)
        {
            text.Append(" ---: |");
        }

        text.AppendLine();
        Row("S3 GETs for each and second", static point => point.Gets, "");
        Row("CPU for each and second", static point => point.Cpu, "ms");
        Row("memory of each process, PSS", static point => point.Memory, "MiB");
        Row("a prompt's put to the answer that plays it, p50", static point => point.Median, "ms");
        Row("the same, p99", static point => point.Tail, "ms");
        Row("prompts handed out", static point => point.Prompts, "");
        Row("the longest invocation", static point => point.LongestHold, "s");
        Row("answers that neither play nor wait", static point => point.Failures, "");
        return text.ToString();

        void Row(string title, Func<PollPoint, double> value, string unit)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {title} |");
            foreach (var point in result.Points)
            {
                text.Append(CultureInfo.InvariantCulture, $" {Number.Say(value(point), unit)} |");
            }

            text.AppendLine();
        }
    }
}
