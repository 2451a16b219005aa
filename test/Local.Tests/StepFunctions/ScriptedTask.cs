namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>What a function does when it is called.</summary>
/// <param name="Result">JSON: what it answers or, when it was given a task token, what it reports by that.</param>
/// <param name="Error">The error by which it fails, or, given a token, reports failure when <paramref name="ByToken"/>.</param>
/// <param name="Cause">The error's cause.</param>
/// <param name="ByToken">Whether the failure comes by token, the call itself having gone well.</param>
/// <param name="Silent">Whether it takes a token and is never heard of again.</param>
public sealed record ScriptedTask(
    string? Result = null,
    string? Error = null,
    string? Cause = null,
    bool ByToken = false,
    bool Silent = false
);
