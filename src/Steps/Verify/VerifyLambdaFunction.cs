using System.Text.Json.Nodes;
using Amazon.CloudFormation;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.Model;
using Amazon.S3;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary>
/// <c>verify-lambda</c>: the function that starts calls and the one that runs their bridges are ready, point at the
/// cluster that was deployed, and the first answers a test.
/// </summary>
public sealed class VerifyLambdaFunction
{
    private const string Check = "verify-lambda";

    private readonly IAmazonS3 _s3;
    private readonly IAmazonLambda _lambda;
    private readonly IAmazonCloudFormation _cloudFormation;
    private readonly string? _startFunction;
    private readonly string? _launchFunction;
    private readonly string? _stateMachine;

    public VerifyLambdaFunction()
        : this(
            new AmazonS3Client(),
            new AmazonLambdaClient(),
            new AmazonCloudFormationClient(),
            Setting.Optional("START_FUNCTION_ARN"),
            Setting.Optional("LAUNCH_FUNCTION_ARN"),
            Setting.Optional("CALL_STATE_MACHINE_ARN")
        ) { }

    internal VerifyLambdaFunction(
        IAmazonS3 s3,
        IAmazonLambda lambda,
        IAmazonCloudFormation cloudFormation,
        string? startFunction,
        string? launchFunction,
        string? stateMachine
    )
    {
        _s3 = s3;
        _lambda = lambda;
        _cloudFormation = cloudFormation;
        _startFunction = startFunction;
        _launchFunction = launchFunction;
        _stateMachine = stateMachine;
    }

    /// <exception cref="NotReadyYet">A function is being deployed.</exception>
    /// <exception cref="MigrationRefused">A function is not as it has to be.</exception>
    [LambdaFunction(
        ResourceName = nameof(VerifyLambdaFunction),
        Timeout = 30,
        MemorySize = 256,
        Role = "@VerifyLambdaRole"
    )]
    public Task<StepDone> VerifyLambda(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        return NotedCheck.MakeAsync(store, Check, () => ProveAsync(store));
    }

    private async Task<string> ProveAsync(MigrationStore store)
    {
        var plan = await store.RequireAsync(MigrationFile.Plan);
        var start = Setting.Required(_startFunction, "START_FUNCTION_ARN");
        var launch = Setting.Required(_launchFunction, "LAUNCH_FUNCTION_ARN");
        CheckVariable(start, await ReadyAsync(start), "CALL_STATE_MACHINE_ARN", _stateMachine ?? "");

        var outputs = await StackOutputs.ReadAsync(_cloudFormation, plan.StackName);
        var environment = await ReadyAsync(launch);
        CheckVariable(launch, environment, "ECS_CLUSTER_NAME", outputs.Require("ClusterName"));
        CheckVariable(launch, environment, "ECS_TASK_DEFINITION", plan.TaskDefinitionFamily);
        // Without a capacity provider tasks are run with launch type EC2, which is allowed, if less elastic.
        if (environment.GetValueOrDefault("ECS_CAPACITY_PROVIDER") is { Length: > 0 })
        {
            CheckVariable(launch, environment, "ECS_CAPACITY_PROVIDER", outputs.Require("CapacityProviderName"));
        }

        await CheckAnswerAsync(start);
        return $"{start} is ready, runs bridges in {environment["ECS_CLUSTER_NAME"]}, and answers the test.";
    }

    /// <summary>The environment of a function, once it is ready to be invoked.</summary>
    private async Task<Dictionary<string, string>> ReadyAsync(string function)
    {
        GetFunctionConfigurationResponse found;
        try
        {
            found = await _lambda.GetFunctionConfigurationAsync(
                new GetFunctionConfigurationRequest { FunctionName = function }
            );
        }
        catch (ResourceNotFoundException e)
        {
            throw new MigrationRefused($"There is no function {function}: deploy serverless.template again.", e);
        }

        if (found.State == State.Failed || found.LastUpdateStatus == LastUpdateStatus.Failed)
        {
            throw new MigrationRefused(
                $"{function} cannot be used: {found.StateReason ?? found.LastUpdateStatusReason}. Deploy serverless.template again."
            );
        }

        // Inactive: it was not invoked for weeks, and the next invocation wakes it.
        if (found.State == State.Pending || found.LastUpdateStatus == LastUpdateStatus.InProgress)
        {
            throw new NotReadyYet($"{function} is being deployed: {found.StateReason ?? found.LastUpdateStatusReason}");
        }

        return found.Environment?.Variables ?? [];
    }

    private static void CheckVariable(
        string function,
        Dictionary<string, string> environment,
        string name,
        string expected
    )
    {
        var value = environment.GetValueOrDefault(name);
        if (value != expected)
        {
            throw new MigrationRefused(
                $"{function} has {name}='{value}', and '{expected}' is what was deployed: "
                    + "deploy serverless.template with the parameter that gives it."
            );
        }
    }

    /// <summary>The test names no stream and no contact, so no call may come of it, and the answer has to say so.</summary>
    private async Task CheckAnswerAsync(string function)
    {
        var answer = await new CallStarter(_lambda, function).InvokeAsync(
            new JsonObject
            {
                ["StreamARN"] = "test",
                ["ContactId"] = "test",
                ["CustomerPhoneNumber"] = "test",
            }
        );
        if (answer.TextAt("status") != "error" || answer.TextAt("error") != "TestInput")
        {
            throw new MigrationRefused(
                $"{function} answered the test by {answer.GetRawText()}, and not by status error, error TestInput: is it another version?"
            );
        }
    }
}
