using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Where the deployment is that is diagnosed.</summary>
/// <param name="Bridges">The cluster and the task definition.</param>
/// <param name="Bucket">Of all calls' folders.</param>
/// <param name="StateMachine">The ARN of the call's state machine.</param>
/// <param name="BackupBucket">Of all migrations' folders.</param>
internal sealed record DiagnosedPlace(BridgePlace Bridges, string Bucket, string StateMachine, string BackupBucket)
{
    /// <exception cref="InvalidOperationException">A variable is not set.</exception>
    public static DiagnosedPlace FromEnvironment() =>
        new(
            BridgePlace.FromEnvironment(),
            Setting.Required(Setting.Optional("CALL_BUCKET"), "CALL_BUCKET"),
            Setting.Required(Setting.Optional("CALL_STATE_MACHINE_ARN"), "CALL_STATE_MACHINE_ARN"),
            Setting.Required(Setting.Optional("BACKUP_BUCKET"), "BACKUP_BUCKET")
        );
}
