using System.Globalization;
using SonicBridge.Bench.Pages;

namespace SonicBridge.Bench.Polls;

/// <summary>Writes what waiting callers take as Markdown.</summary>
internal static class PollsTable
{
    public static string Write(PollsResult result)
    {
        var table = new ColumnTable("callers who wait at once", [.. Cells(static point => point.Callers, "")]);
        Row("S3 GETs for each and second", static point => point.Gets, "");
        Row("CPU for each and second", static point => point.Cpu, "ms");
        Row("memory of each process, PSS", static point => point.Memory, "MiB");
        Row("a prompt's put to the answer that plays it, p50", static point => point.Median, "ms");
        Row("the same, p99", static point => point.Tail, "ms");
        Row("prompts handed out", static point => point.Prompts, "");
        Row("the longest invocation", static point => point.LongestHold, "s");
        Row("answers that neither play nor wait", static point => point.Failures, "");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Seconds:0} s with each number of callers; {result.Machine}:{Environment.NewLine}{Environment.NewLine}{table}"
        );

        void Row(string title, Func<PollPoint, double> value, string unit) => table.Row(title, Cells(value, unit));

        IEnumerable<string> Cells(Func<PollPoint, double> value, string unit) =>
            result.Points.Select(point => Number.Say(value(point), unit));
    }
}
