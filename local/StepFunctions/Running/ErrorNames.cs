namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>The error names that the States Language reserves.</summary>
public static class ErrorNames
{
    public const string All = "States.ALL";
    public const string Timeout = "States.Timeout";
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";
    public const string TaskFailed = "States.TaskFailed";
    public const string Permissions = "States.Permissions";
    public const string Runtime = "States.Runtime";
    public const string DataLimitExceeded = "States.DataLimitExceeded";
    public const string NoChoiceMatched = "States.NoChoiceMatched";
    public const string ParameterPathFailure = "States.ParameterPathFailure";
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";
    public const string IntrinsicFailure = "States.IntrinsicFailure";
    public const string BranchFailed = "States.BranchFailed";
    public const string ItemReaderFailed = "States.ItemReaderFailed";
    public const string ResultWriterFailed = "States.ResultWriterFailed";
    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";

    /// <summary>All of them: no other name may begin with <c>States.</c>.</summary>
    public static IReadOnlySet<string> Reserved { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            All,
            Timeout,
            HeartbeatTimeout,
            TaskFailed,
            Permissions,
            Runtime,
            DataLimitExceeded,
            NoChoiceMatched,
            ParameterPathFailure,
            ResultPathMatchFailure,
            IntrinsicFailure,
            BranchFailed,
            ItemReaderFailed,
            ResultWriterFailed,
            ExceedToleratedFailureThreshold,
        };

    /// <summary>Whether a name in <c>ErrorEquals</c> stands for this failure.</summary>
    public static bool Covers(string name, StateFailedException failure) =>
        name switch
        {
            All => failure.Error is not (Runtime or DataLimitExceeded),
            TaskFailed => failure.Error is not (Timeout or Runtime or DataLimitExceeded),
            HeartbeatTimeout when failure.HeartbeatMissed => true,
            _ => string.Equals(name, failure.Error, StringComparison.Ordinal),
        };
}
