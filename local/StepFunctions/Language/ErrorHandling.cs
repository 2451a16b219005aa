using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>One entry of <c>Retry</c>.</summary>
/// <param name="ErrorEquals">The error names that it answers.</param>
/// <param name="Interval">Before the first retry.</param>
/// <param name="MaxAttempts">How many retries there are; 0 for none.</param>
/// <param name="BackoffRate">By which the interval grows from one retry to the next.</param>
/// <param name="MaxDelay">Beyond which it does not grow, or null.</param>
/// <param name="FullJitter">Whether each wait is drawn evenly from zero to the interval.</param>
public sealed record Retrier(
    IReadOnlyList<string> ErrorEquals,
    TimeSpan Interval,
    long MaxAttempts,
    double BackoffRate,
    TimeSpan? MaxDelay,
    bool FullJitter
);

/// <summary>One entry of <c>Catch</c>.</summary>
/// <param name="ErrorEquals">The error names that it answers.</param>
/// <param name="Next">The state that goes on.</param>
/// <param name="ResultPath">Where the error goes in the state's input; null drops it.</param>
public sealed record Catcher(IReadOnlyList<string> ErrorEquals, string Next, ReferencePath? ResultPath);
