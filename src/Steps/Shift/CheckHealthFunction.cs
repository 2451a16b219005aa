using Amazon.CloudWatch;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.StepFunctions;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Verify;

namespace SonicBridge.Steps.Shift;

/// <summary><c>check-health</c>: since more calls go the new way, no alarm was raised and no call has failed.</summary>
public sealed class CheckHealthFunction
{
    private const string Check = "check-health";

    private readonly IAmazonS3 _s3;
    private readonly IAmazonCloudWatch _cloudWatch;
    private readonly CallRecord _calls;

    public CheckHealthFunction()
        : this(
            new AmazonS3Client(),
            new AmazonCloudWatchClient(),
            new AmazonStepFunctionsClient(),
            Setting.Optional("CALL_STATE_MACHINE_ARN")
        ) { }

    internal CheckHealthFunction(
        IAmazonS3 s3,
        IAmazonCloudWatch cloudWatch,
        IAmazonStepFunctions stepFunctions,
        string? stateMachine
    )
    {
        _s3 = s3;
        _cloudWatch = cloudWatch;
        _calls = new CallRecord(stepFunctions, stateMachine);
    }

    /// <exception cref="MigrationRefused">An alarm is raised, or a call has failed: which, and why.</exception>
    [LambdaFunction(
        ResourceName = nameof(CheckHealthFunction),
        Timeout = 50,
        MemorySize = 256,
        Role = "@CheckHealthRole"
    )]
    public Task<StepDone> CheckHealth(HealthRequest request, ILambdaContext context)
    {
        var since =
            request.Since
            ?? throw new MigrationRefused("'since' is missing: migrate.asl.json passes when the share was set.");
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        return NotedCheck.MakeAsync(store, Check, () => ProveAsync(since));
    }

    private static string Told(int calls, DateTimeOffset since) =>
        calls switch
        {
            0 => $"No call was begun since {since:u}, so that no caller has tested the new way.",
            1 => $"1 call was begun since {since:u}, and did not fail.",
            _ => $"{calls} calls were begun since {since:u}, and none failed.",
        };

    private async Task<string> ProveAsync(DateTimeOffset since)
    {
        var calls = await _calls.SinceAsync(since);
        var raised = await RaisedAlarms.ListAsync(_cloudWatch);
        var faults = new List<string>();
        if (raised.Count > 0)
        {
            faults.Add($"Alarms are raised: {string.Join("; ", raised)}.");
        }

        if (calls.Failures.Count > 0)
        {
            faults.Add(
                $"{calls.Failures.Count} of {calls.Begun} {(calls.Begun == 1 ? "call" : "calls")} begun since {since:u} failed: {string.Join(' ', calls.Failures)}"
            );
        }

        return faults.Count == 0
            ? $"{Told(calls.Begun, since)} No alarm is raised."
            : throw new MigrationRefused(
                $"The new way is not healthy. {string.Join(' ', faults)} Mend that, then start the migration again."
            );
    }
}
