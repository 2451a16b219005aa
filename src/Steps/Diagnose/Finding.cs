using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Diagnose;

/// <summary>One thing that is wrong.</summary>
/// <param name="Area">One of <see cref="DiagnosisArea"/>.</param>
/// <param name="Cause">What is wrong, in a sentence.</param>
/// <param name="Evidence">What was read that says so.</param>
/// <param name="Mend">What to do about it, in a sentence.</param>
public sealed record Finding(
    [property: JsonPropertyName("area")] string Area,
    [property: JsonPropertyName("cause")] string Cause,
    [property: JsonPropertyName("evidence")] string Evidence,
    [property: JsonPropertyName("mend")] string Mend
);

/// <summary>The chapters of a diagnosis, in the order in which they are looked at.</summary>
internal static class DiagnosisArea
{
    public const string Task = "task";
    public const string Network = "network";
    public const string Lambda = "lambda";
    public const string Performance = "performance";
}
