using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SonicBridge.Steps.Report;

/// <summary>Writes a report for people: summary first, then what to do, then the steps, then the facts as tables.</summary>
internal static class ReportMarkdown
{
    // What each proof has noted: of one shape, so one table.
    private const string Verified = "verified/";

    // Of a rollback, and of what it leaves.
    private static readonly string[] s_ofRollback = ["restored", "proof"];

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
        if (report.Subject is ReportSubject.Rollback or ReportSubject.Failure)
        {
            WriteFacts(text, report.Facts.Where(static fact => s_ofRollback.Contains(fact.Key)));
            text.Append("\n# History: what the migration had done before the rollback\n\n");
            text.Append("Nothing from here on tells how it is now.\n");
            WriteFacts(text, report.Facts.Where(static fact => !s_ofRollback.Contains(fact.Key)));
        }
        else
        {
            WriteFacts(text, report.Facts);
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
        foreach (var (number, step) in steps.Index())
        {
            // The state that asked for the report cannot have ended.
            var writes = number == steps.Count - 1 && step.Seconds is null;
            var took = step.Seconds is { } seconds
                ? string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s")
                : "";
            var note =
                step.Note
                ?? (
                    writes ? "Writes this report."
                    : step.Seconds is null ? "It did not end well."
                    : ""
                );
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {step.Began.UtcDateTime:HH:mm:ss} | {step.State} | {took} | {FactMarkdown.Cell(note)} |\n"
            );
        }
    }

    private static void WriteFacts(StringBuilder text, IEnumerable<KeyValuePair<string, JsonElement>> facts)
    {
        var proofs = new List<JsonElement>();
        foreach (var (name, fact) in facts)
        {
            if (name.StartsWith(Verified, StringComparison.Ordinal))
            {
                proofs.Add(fact);
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"\n## {name}\n");
            FactMarkdown.Write(text, fact);
        }

        if (proofs.Count > 0)
        {
            text.Append("\n## verified\n");
            FactMarkdown.WriteTable(text, proofs);
        }
    }
}
