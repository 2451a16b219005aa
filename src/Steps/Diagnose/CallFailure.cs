using System.Text.RegularExpressions;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Diagnose;

/// <summary>The error by which a call failed.</summary>
/// <param name="Error">Its name; null when the bridge itself reported the failure.</param>
/// <param name="Detail">What is known of it.</param>
internal sealed partial record CallFailure(string? Error, string Detail)
{
    /// <summary>
    /// Null for a call that did not fail. The recorded outcome goes first: an execution that is being diagnosed still runs.
    /// </summary>
    public static CallFailure? Of(CallTrace? call) =>
        call switch
        {
            { Outcome: { Ending: CallEnding.Failed, Detail: var detail } } => Split(detail ?? ""),
            { Outcome: null, Execution: { Error: { Length: > 0 } error, Cause: var cause } } => new CallFailure(
                error,
                cause ?? ""
            ),
            _ => null,
        };

    // As FailureCause writes it.
    private static CallFailure Split(string detail) =>
        NamedError().Match(detail) is { Success: true } match
            ? new CallFailure(match.Groups["name"].Value, detail[match.Length..])
            : new CallFailure(null, detail);

    [GeneratedRegex(@"\A(?<name>[A-Za-z]+(\.[A-Za-z]+)*): ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedError();
}
