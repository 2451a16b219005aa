using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Contracts;
using SonicBridge.Steps.Configure;

namespace SonicBridge.Steps.Call;

/// <summary>
/// The call-start Lambda (<c>invoke-ecs-ec2-task</c>), called by the contact flow: writes <c>call.json</c> and, when the
/// call has one of its own, <c>configuration.json</c>, starts the call's execution, answers at once. Amazon Connect tries
/// again what fails or takes too long, so whatever is done here is done once per contact.
/// </summary>
public sealed class StartCallFunction
{
    // What is left of the function's time for the answer to get back.
    private static readonly TimeSpan s_timeToAnswer = TimeSpan.FromMilliseconds(500);

    // Connect waits for 8 s, of which a cold start takes one: a call without its configuration is better than none.
    private static readonly TimeSpan s_timeToChoose = TimeSpan.FromSeconds(3);

    private readonly IAmazonS3 _s3;
    private readonly IAmazonStepFunctions _stepFunctions;
    private readonly IConfigurationShelf? _parameters;
    private readonly string? _bucket;
    private readonly string? _stateMachineArn;

    public StartCallFunction()
        : this(
            new AmazonS3Client(),
            new AmazonStepFunctionsClient(),
            Setting.Optional("CALL_BUCKET"),
            Setting.Optional("CALL_STATE_MACHINE_ARN"),
            Setting.Optional("CONFIGURATION_SOURCE") is "SSM"
                ? new ParameterShelf(new AmazonSimpleSystemsManagementClient())
                : null
        ) { }

    internal StartCallFunction(
        IAmazonS3 s3,
        IAmazonStepFunctions stepFunctions,
        string? bucket,
        string? stateMachineArn,
        IConfigurationShelf? parameters = null
    )
    {
        _s3 = s3;
        _stepFunctions = stepFunctions;
        _bucket = bucket;
        _stateMachineArn = stateMachineArn;
        _parameters = parameters;
    }

    /// <summary>Takes any JSON and never throws: whatever is wrong is an answer that the flow can branch on.</summary>
    [LambdaFunction(ResourceName = nameof(StartCallFunction), Timeout = 8, MemorySize = 512, Role = "@StartCallRole")]
    public async Task<StartCallAnswer> StartCall(JsonElement input, ILambdaContext context)
    {
        switch (StartRequest.Read(input))
        {
            case StartRequest.Accepted(var call):
                return await StartAsync(call, ConfigurationWish.Of(input), context);
            case StartRequest.Refused(var error, var message):
                context.Logger.LogWarning("No call is started: {error}. {reason}", error, message);
                return StartCallAnswer.Failed(error, message);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<StartCallAnswer> StartAsync(CallDescription call, ConfigurationWish wish, ILambdaContext context)
    {
        var step = "CallNotStored";
        try
        {
            using var limit = new CancellationTokenSource(
                TimeSpan.FromTicks(Math.Max(0, (context.RemainingTime - s_timeToAnswer).Ticks))
            );
            var folder = new CallFolder(Setting.Required(_bucket, "CALL_BUCKET"), call.ContactId);
            var store = new CallStore(_s3, folder);
            var choosing = ChooseAsync(folder.Bucket, wish, limit.Token);
            // The first try wins; a later one finds its work done.
            var traced = call with
            {
                TraceParent = TraceParent.Of(Environment.GetEnvironmentVariable(TraceParent.Variable)),
            };
            await store.TryWriteAsync(CallFile.Call, traced, null, limit.Token);
            step = "CallNotStarted";
            await KeepAsync(await choosing, store, context, limit.Token);
            await StartExecutionAsync(folder, limit.Token);
            context.Logger.LogInformation("Call {contactId} is started.", call.ContactId.ToString());
            return StartCallAnswer.Started(call.ContactId);
        }
        catch (Exception e)
        {
            context.Logger.LogError(e, "Call {contactId} is not started: {error}.", call.ContactId.ToString(), step);
            return StartCallAnswer.Failed(step, "The call could not be started. Please try again later.");
        }
    }

    private async Task<Chosen> ChooseAsync(string bucket, ConfigurationWish wish, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_timeToChoose);
        return await new ConfigurationChoice(_parameters ?? new BucketShelf(_s3, bucket)).FindAsync(
            wish,
            patience.Token
        );
    }

    // A call without its own configuration is held by the default one: no caller is lost to a typo.
    private static async Task KeepAsync(
        Chosen chosen,
        CallStore store,
        ILambdaContext context,
        CancellationToken cancellationToken
    )
    {
        var problems = chosen.Problems;
        if (chosen.Configuration is { } configuration)
        {
            try
            {
                await store.TryWriteAsync(CallFile.Configuration, configuration, null, cancellationToken);
            }
            catch (AmazonS3Exception e)
            {
                problems = [.. problems, $"The call's configuration is not stored: {e.Message}"];
            }
        }

        if (problems.Count > 0)
        {
            // A filter of the template's counts what has this field.
            context.Logger.LogError(
                "Call {contactId} goes on with the default configuration: {configurationProblems}",
                store.Folder.ContactId.ToString(),
                string.Join(' ', problems)
            );
        }
    }

    private async Task StartExecutionAsync(CallFolder folder, CancellationToken cancellationToken)
    {
        var input = new ExecutionInput(folder.ContactId.ToString(), folder.ToString());
        try
        {
            await _stepFunctions.StartExecutionAsync(
                new StartExecutionRequest
                {
                    StateMachineArn = Setting.Required(_stateMachineArn, "CALL_STATE_MACHINE_ARN"),
                    Name = input.ContactId,
                    Input = JsonSerializer.Serialize(input, StepsJson.Default.ExecutionInput),
                },
                cancellationToken
            );
        }
        catch (ExecutionAlreadyExistsException)
        {
            // An earlier try of the same call has started it, and it has ended meanwhile.
        }
    }
}
