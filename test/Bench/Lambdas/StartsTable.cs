using System.Globalization;
using System.Text;
using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Pages;

namespace SonicBridge.Bench.Lambdas;

/// <summary>Writes how functions and bridge start as Markdown.</summary>
internal static class StartsTable
{
    private const string Milliseconds = "ms";
    private const string Mebibytes = "MiB";

    public static string Write(StartsResult result)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Each started {result.Times} times; {result.Machine}:")
            .AppendLine()
            .AppendLine("| process start to | asks for its event | first answer | 95 % | CPU for it | memory, RSS |")
            .AppendLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var row in result.Rows.Where(static row => row.Kind is not StartKind.MigrationFunction))
        {
            text.AppendLine(Row(Title(row), row));
        }

        if (result.Rows.Where(static row => row.Kind is StartKind.MigrationFunction).ToList() is { Count: > 0 } others)
        {
            text.AppendLine(Row($"the {others.Count} functions of the migration: the median one", MedianOf(others)))
                .AppendLine(Row($"the slowest of them: `{Slowest(others).Name}`", Slowest(others)));
        }

        return text.AppendLine()
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"One executable of {Number.Say(result.StepsMebibytes, Mebibytes)} is all functions, {Number.Say(result.PackageMebibytes, Mebibytes)} as the zip that is uploaded; the bridge's has {Number.Say(result.BridgeMebibytes, Mebibytes)}."
            )
            .ToString();
    }

    /// <summary>Each function's setting beside the least that is enough; those of the migration by what they have and need.</summary>
    public static string WriteMemory(StartsResult result)
    {
        var text = new StringBuilder();
        text.AppendLine("| function | held at most, RSS | cold start with that CPU | `MemorySize` | enough |")
            .AppendLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var row in result.Rows.Where(static row => row.Kind is StartKind.CallFunction))
        {
            Row($"`{row.Name}`", row);
        }

        foreach (
            var group in result
                .Rows.Where(static row => row.Kind is StartKind.MigrationFunction)
                .GroupBy(static row =>
                    (row.MemorySize, Least: MemoryChoice.Of(row), Files: MemoryChoice.MovesFiles(row))
                )
                .OrderBy(static group => group.Key)
        )
        {
            Row(
                $"{group.Count()} of the migration{(group.Key.Files ? ", which move files" : "")}",
                group.First() with
                {
                    Peak = group.Max(Held),
                    WorkPeak = null,
                    Median = group.Max(static row => row.Median),
                    Cpu = group.Max(static row => row.Cpu),
                }
            );
        }

        return text.ToString();

        void Row(string title, StartRow row)
        {
            var least = MemoryChoice.Of(row);
            var enough =
                least == row.MemorySize
                    ? "the same"
                    : $"**{least} MB**: {Number.Say(MemoryChoice.ColdStart(row, least), Milliseconds)}";
            text.AppendLine(
                $"| {title} | {Number.Say(Held(row), Mebibytes)} | {Number.Say(MemoryChoice.ColdStart(row, row.MemorySize), Milliseconds)} | {row.MemorySize} MB | {enough} |"
            );
        }
    }

    private static double Held(StartRow row) => Math.Max(row.Peak, row.WorkPeak ?? 0);

    private static string Title(StartRow row) =>
        row.Kind switch
        {
            StartKind.CallFunction => $"`{row.Name}`",
            StartKind.Bridge => "bridge: the first audio at the model, audio ready",
            StartKind.NodeBridge => "the same in Node.js",
            _ => "the same in Node.js",
        };

    private static string Row(string title, StartRow row) =>
        $"| {title}{(row.Failed ? " (an error)" : "")} | {(row.Init is { } init ? Number.Say(init, Milliseconds) : "")} | {Number.Say(row.Median, Milliseconds)} | {Number.Say(row.Tail, Milliseconds)} | {Number.Say(row.Cpu, Milliseconds)} | {Number.Say(row.Peak, Mebibytes)} |";

    private static StartRow MedianOf(List<StartRow> rows) =>
        new(
            "",
            StartKind.MigrationFunction,
            Statistics.Median([.. rows.Select(static row => row.Init ?? 0)]),
            Statistics.Median([.. rows.Select(static row => row.Median)]),
            Statistics.Median([.. rows.Select(static row => row.Tail)]),
            Statistics.Median([.. rows.Select(static row => row.Cpu)]),
            Statistics.Median([.. rows.Select(static row => row.Peak)])
        );

    private static StartRow Slowest(List<StartRow> rows) => rows.MaxBy(static row => row.Median)!;
}
