using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.StepFunctions;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Call;

/// <summary>
/// <c>next-prompt</c>, called by the contact flow in a loop: a long poll that answers as soon as there is something to
/// do. Any failure answers <c>transfer</c> and is logged: an exception would take the caller to the same person, but only
/// after Connect has tried three times more, in silence.
/// </summary>
public sealed class NextPromptFunction
{
    // Connect gives a Lambda block 8 seconds, a cold start and the way there and back included.
    private static readonly TimeSpan s_longestHold = TimeSpan.FromSeconds(6.5);
    private static readonly TimeSpan s_timeToAnswer = TimeSpan.FromSeconds(1);

    private readonly IAmazonS3 _s3;
    private readonly IAmazonStepFunctions _stepFunctions;
    private readonly TimeProvider _time;
    private readonly string? _bucket;
    private readonly string? _stateMachineArn;
    private readonly string? _region;

    public NextPromptFunction()
        : this(
            new AmazonS3Client(),
            new AmazonStepFunctionsClient(),
            TimeProvider.System,
            Setting.Optional("CALL_BUCKET"),
            Setting.Optional("CALL_STATE_MACHINE_ARN"),
            Setting.Optional("AWS_REGION")
        ) { }

    internal NextPromptFunction(
        IAmazonS3 s3,
        IAmazonStepFunctions stepFunctions,
        TimeProvider time,
        string? bucket,
        string? stateMachineArn,
        string? region
    )
    {
        _s3 = s3;
        _stepFunctions = stepFunctions;
        _time = time;
        _bucket = bucket;
        _stateMachineArn = stateMachineArn;
        _region = region;
    }

    [LambdaFunction(ResourceName = nameof(NextPromptFunction), Timeout = 8, MemorySize = 256, Role = "@NextPromptRole")]
    public async Task<NextPromptAnswer> NextPrompt(JsonElement input, ILambdaContext context)
    {
        var call = "unknown";
        try
        {
            if (!ContactId.TryParse(ConnectEvent.TextOf(new ConnectEvent(input).ContactId), out var contactId))
            {
                context.Logger.LogError("The input names no contact; invoke this function from a contact flow.");
                return NextPromptAnswer.Do(FlowStep.Transfer);
            }

            call = contactId.ToString();
            return await WatchAsync(contactId, context);
        }
        catch (Exception e)
        {
            context.Logger.LogError(e, "Call {contactId}: the caller is handed to a person.", call);
            return NextPromptAnswer.Do(FlowStep.Transfer);
        }
    }

    private async Task<NextPromptAnswer> WatchAsync(ContactId contactId, ILambdaContext context)
    {
        var bucket = Setting.Required(_bucket, "CALL_BUCKET");
        var region = Setting.Required(_region, "AWS_REGION");
        var stateMachine = Setting.Required(_stateMachineArn, "CALL_STATE_MACHINE_ARN");
        var folder = new CallFolder(bucket, contactId);
        var watch = new CallWatch(
            new CallStore(_s3, folder),
            new CallExecution(_stepFunctions, stateMachine, contactId, context.Logger),
            file => $"https://{bucket}.s3.{region}.amazonaws.com/{folder.KeyOf(file)}",
            _time
        );
        var remaining = context.RemainingTime - s_timeToAnswer;
        var hold = remaining < s_longestHold ? remaining : s_longestHold;
        // A request that hangs must not take the answer with it.
        using var limit = new CancellationTokenSource(
            hold > TimeSpan.Zero ? hold + s_timeToAnswer / 2 : s_timeToAnswer / 2,
            _time
        );
        return await watch.NextAsync(hold, limit.Token);
    }
}
