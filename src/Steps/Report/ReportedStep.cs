namespace SonicBridge.Steps.Report;

/// <summary>One state of an execution, as the report shows it.</summary>
/// <param name="State">Its name.</param>
/// <param name="Began">When it was entered.</param>
/// <param name="Seconds">How long it took; null while it runs, or when it never ended.</param>
/// <param name="Note">What it says that it did.</param>
internal sealed record ReportedStep(string State, DateTimeOffset Began, double? Seconds, string? Note);
