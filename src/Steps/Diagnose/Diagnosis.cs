using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Diagnose;

/// <summary>What <c>diagnose</c> answers and, for a call that failed, what stands in <c>diagnosis.json</c>.</summary>
/// <param name="ContactId">The call; null for the deployment as a whole.</param>
/// <param name="Findings">What is wrong: none when nothing is.</param>
/// <param name="Unread">What could not be looked at, each with the reason: of this the findings say nothing.</param>
/// <param name="Summary">All of it in some sentences; after what the asker knew already, when he said so.</param>
public sealed record Diagnosis(
    [property: JsonPropertyName("contactId")] string? ContactId,
    [property: JsonPropertyName("findings")] IReadOnlyList<Finding> Findings,
    [property: JsonPropertyName("unread")] IReadOnlyList<string> Unread,
    [property: JsonPropertyName("summary")] string Summary
)
{
    // It becomes the cause of a failed execution, which people read in a console's column.
    private const int MostTold = 3;

    /// <summary>Judges what was seen, area by area.</summary>
    /// <param name="seen">What was read.</param>
    /// <param name="known">What the asker knows already, or null.</param>
    internal static Diagnosis Of(Evidence seen, string? known = null)
    {
        Finding[] findings =
        [
            .. TaskRules.Judge(seen),
            .. NetworkRules.Judge(seen),
            .. LambdaRules.Judge(seen),
            .. PerformanceRules.Judge(seen),
        ];
        findings =
        [
            .. findings
                .Select(found =>
                    found with
                    {
                        Cause = Discretion.Mask(found.Cause),
                        Evidence = Discretion.Mask(found.Evidence),
                    }
                )
                .Distinct(),
        ];
        string[] unread = [.. seen.Unread.Select(Discretion.Mask).Order(StringComparer.Ordinal)];
        return new Diagnosis(seen.Contact?.ToString(), findings, unread, Summarize(seen, findings, unread, known));
    }

    private static string Summarize(Evidence seen, Finding[] findings, string[] unread, string? known)
    {
        var subject = seen.Contact is { } contact ? $"call {contact}" : "the deployment";
        List<string> sentences = known is null ? [] : [$"{known.TrimEnd('.')}."];
        if (seen.RolledBack is { } migration)
        {
            sentences.Add(
                $"Migration {migration} was rolled back: calls go the old way, and no EC2 side is there, as it should be."
            );
        }

        sentences.Add(
            findings.Length == 0
                ? $"Nothing wrong was found with {subject}."
                : $"{Count(findings.Length)} wrong with {subject}:"
        );
        sentences.AddRange(findings.Take(MostTold).Select(found => $"{found.Cause} {found.Mend}"));
        if (findings.Length > MostTold)
        {
            sentences.Add($"And {findings.Length - MostTold} more.");
        }

        if (unread.Length > 0)
        {
            sentences.Add($"Not looked at: {string.Join(", ", unread.Select(NameOf))}.");
        }

        return string.Join(' ', sentences);
    }

    private static string Count(int findings) => findings == 1 ? "One thing is" : $"{findings} things are";

    private static string NameOf(string unread) => unread[..unread.IndexOf(':')];
}
