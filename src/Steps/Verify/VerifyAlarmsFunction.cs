using Amazon.CloudWatch;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary>
/// <c>verify-alarms</c>: no alarm of the deployment is raised. One that was raised while the first instances started is
/// given time to be quiet.
/// </summary>
public sealed class VerifyAlarmsFunction
{
    private const string Check = "verify-alarms";

    private readonly IAmazonS3 _s3;
    private readonly IAmazonCloudWatch _cloudWatch;

    public VerifyAlarmsFunction()
        : this(new AmazonS3Client(), new AmazonCloudWatchClient()) { }

    internal VerifyAlarmsFunction(IAmazonS3 s3, IAmazonCloudWatch cloudWatch)
    {
        _s3 = s3;
        _cloudWatch = cloudWatch;
    }

    /// <exception cref="NotReadyYet">An alarm is raised.</exception>
    [LambdaFunction(
        ResourceName = nameof(VerifyAlarmsFunction),
        Timeout = 30,
        MemorySize = 256,
        Role = "@VerifyAlarmsRole"
    )]
    public Task<StepDone> VerifyAlarms(StepRequest request, ILambdaContext context) =>
        NotedCheck.MakeAsync(new MigrationStore(_s3, MigrationFolder.Parse(request.Folder)), Check, ProveAsync);

    private async Task<string> ProveAsync()
    {
        var raised = await RaisedAlarms.ListAsync(_cloudWatch);
        return raised.Count == 0
            ? "No alarm of the deployment is raised."
            : throw new NotReadyYet(
                $"Raised: {string.Join("; ", raised)}. Mend what the alarm names, then start again."
            );
    }
}
