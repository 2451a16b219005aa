using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Call;

/// <summary>
/// <c>bridge-stopped</c>, called by EventBridge: fails the call's task token when its bridge has stopped, so that a crash
/// is known within a second or two and not by a missed heartbeat. A bridge that has reported has used up its token, and
/// one that was replaced has another generation: neither is touched.
/// </summary>
public sealed class BridgeStoppedFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonStepFunctions _stepFunctions;

    public BridgeStoppedFunction()
        : this(new AmazonS3Client(), new AmazonStepFunctionsClient()) { }

    internal BridgeStoppedFunction(IAmazonS3 s3, IAmazonStepFunctions stepFunctions)
    {
        _s3 = s3;
        _stepFunctions = stepFunctions;
    }

    /// <summary>Throws only what is worth EventBridge's next try.</summary>
    [LambdaFunction(
        ResourceName = nameof(BridgeStoppedFunction),
        Timeout = 15,
        MemorySize = 256,
        Role = "@BridgeStoppedRole"
    )]
    public async Task BridgeStopped(JsonElement input, ILambdaContext context)
    {
        var task = StoppedTask.Read(input);
        if (task.LastStatus is not (null or "STOPPED") || FolderOf(task) is not { } folder)
        {
            context.Logger.LogInformation("Task {taskArn} is no bridge that has stopped.", task.TaskArn ?? "unknown");
            return;
        }

        var launch = await new CallStore(_s3, folder).ReadAsync(CallFile.Launch, CancellationToken.None);
        if (launch is null || launch.Value.Generation != task.Generation)
        {
            context.Logger.LogInformation(
                "Call {contactId}: bridge {generation} has stopped, but bridge {current} carries the call.",
                folder.ContactId.ToString(),
                task.Generation!,
                launch?.Value.Generation ?? 0
            );
            return;
        }

        await FailAsync(launch.Value, folder.ContactId, StopCause.Explain(task), context);
    }

    private static CallFolder? FolderOf(StoppedTask task)
    {
        try
        {
            return task is { Folder: { } folder, Generation: not null } ? CallFolder.Parse(folder) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task FailAsync(LaunchTicket launch, ContactId contactId, string cause, ILambdaContext context)
    {
        try
        {
            await _stepFunctions.SendTaskFailureAsync(
                new SendTaskFailureRequest
                {
                    TaskToken = launch.TaskToken,
                    Error = BridgeErrors.Stopped,
                    Cause = cause,
                }
            );
            context.Logger.LogWarning(
                "Call {contactId}: bridge {generation} was lost. {cause}",
                contactId.ToString(),
                launch.Generation,
                cause
            );
        }
        catch (Exception e) when (e is TaskTimedOutException or TaskDoesNotExistException or InvalidTokenException)
        {
            context.Logger.LogInformation(
                "Call {contactId}: bridge {generation} had reported before it stopped.",
                contactId.ToString(),
                launch.Generation
            );
        }
    }
}
