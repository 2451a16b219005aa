namespace SonicBridge.Local.Tests.Migration.Faults;

/// <summary>How an invocation goes wrong.</summary>
internal enum FaultKind
{
    /// <summary>The function refuses before it does anything.</summary>
    Refused,

    /// <summary>The function does all its work, and then refuses.</summary>
    RefusedAfterwards,

    /// <summary>Lambda refuses the invocation for want of concurrency.</summary>
    Throttled,

    /// <summary>The function does all its work, and is gone before it has answered.</summary>
    AnswerLost,

    /// <summary>The function never answers, and the state's time runs out.</summary>
    Hung,

    /// <summary>It goes well: what was injected after it comes to a later invocation.</summary>
    None,
}
