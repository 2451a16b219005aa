using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SonicBridge.Steps.Report;

/// <summary>Writes a report for people: summary first, then what to do, then the steps, then the facts as tables.</summary>
internal static class ReportMarkdown
{
    private const int DeepestTable = 4;

    public static string Write(MigrationReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Title(report.Subject)}\n\n{report.Summary}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Migration `{report.Migration}`, execution `{report.Execution}`\n");
        if (report.Next.Count > 0)
        {
            text.Append("\n## What to do next\n\n");
            foreach (var (number, sentence) in report.Next.Index())
            {
                text.Append(CultureInfo.InvariantCulture, $"{number + 1}. {sentence}\n");
            }
        }

        WriteSteps(text, report.Steps);
        foreach (var (name, fact) in report.Facts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n");
            WriteFact(text, fact, 0);
        }

        return text.ToString();
    }

    private static string Title(ReportSubject subject) =>
        subject switch
        {
            ReportSubject.DryRun => "What the migration would do",
            ReportSubject.Migration => "The migration to ECS on EC2",
            ReportSubject.Failure => "The migration failed",
            ReportSubject.Rollback => "The rollback to Fargate",
            _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, null),
        };

    private static void WriteSteps(StringBuilder text, IReadOnlyList<ReportedStep> steps)
    {
        if (steps.Count == 0)
        {
            return;
        }

        text.Append("\n## Steps\n\n| began (UTC) | step | took | what it says |\n| --- | --- | ---: | --- |\n");
        foreach (var step in steps)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {step.Began.UtcDateTime:HH:mm:ss} | {step.State} | {Took(step.Seconds)} | {Cell(step.Note ?? "")} |\n"
            );
        }
    }

    private static string Took(double? seconds) =>
        seconds is { } took ? string.Create(CultureInfo.InvariantCulture, $"{took:F1} s") : "not ended";

    /// <summary>An object becomes a list, an array of objects a table; what is deeper stays JSON.</summary>
    private static void WriteFact(StringBuilder text, JsonElement fact, int depth)
    {
        if (fact.ValueKind is JsonValueKind.Array && IsTable(fact))
        {
            WriteTable(text, fact);
        }
        else if (fact.ValueKind is JsonValueKind.Object && depth < DeepestTable)
        {
            foreach (var member in fact.EnumerateObject())
            {
                if (member.Value.ValueKind is JsonValueKind.Array && IsTable(member.Value))
                {
                    text.Append(CultureInfo.InvariantCulture, $"\n**{member.Name}**\n\n");
                    WriteTable(text, member.Value);
                    text.Append('\n');
                }
                else
                {
                    text.Append(CultureInfo.InvariantCulture, $"- {member.Name}: {Cell(Inline(member.Value))}\n");
                }
            }
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"{Cell(Inline(fact))}\n");
        }
    }

    private static bool IsTable(JsonElement array) =>
        array.GetArrayLength() > 0 && array.EnumerateArray().All(static item => item.ValueKind is JsonValueKind.Object);

    private static void WriteTable(StringBuilder text, JsonElement rows)
    {
        string[] columns =
        [
            .. rows.EnumerateArray()
                .SelectMany(static row => row.EnumerateObject().Select(static member => member.Name))
                .Distinct(StringComparer.Ordinal),
        ];
        text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", columns)} |\n");
        text.Append(CultureInfo.InvariantCulture, $"|{string.Concat(columns.Select(static _ => " --- |"))}\n");
        foreach (var row in rows.EnumerateArray())
        {
            var cells = columns.Select(column => Cell(Inline(row.At(column))));
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");
        }
    }

    private static string Inline(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Undefined or JsonValueKind.Null => "",
            JsonValueKind.Array
                when value.EnumerateArray().All(static item => item.ValueKind is JsonValueKind.String) => string.Join(
                ", ",
                value.EnumerateArray().Select(static item => item.GetString())
            ),
            _ => $"`{value.GetRawText().ReplaceLineEndings(" ")}`",
        };

    // A bar or a line feed would end the cell.
    private static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
