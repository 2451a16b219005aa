using Amazon.CloudFormation;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>
/// <c>advance-stack</c>: brings the stack of the EC2 side one step nearer to what the template says. One look, one act,
/// one answer: the state machine waits and asks again, so nothing here waits, and any run may be the first or a repeat.
/// </summary>
public sealed class AdvanceStackFunction
{
    // As the function's role has it.
    private const string StackNames = "nova-sonic-";

    private readonly IAmazonS3 _s3;
    private readonly IAmazonCloudFormation _cloudFormation;
    private readonly StackParameters _parameters;
    private readonly string? _role;
    private readonly TimeProvider _time;

    public AdvanceStackFunction()
        : this(
            new AmazonS3Client(),
            new AmazonCloudFormationClient(),
            StackParameters.FromEnvironment(),
            Setting.Optional("STACK_ROLE_ARN"),
            TimeProvider.System
        ) { }

    internal AdvanceStackFunction(
        IAmazonS3 s3,
        IAmazonCloudFormation cloudFormation,
        StackParameters parameters,
        string? role,
        TimeProvider time
    )
    {
        _s3 = s3;
        _cloudFormation = cloudFormation;
        _parameters = parameters;
        _role = role;
        _time = time;
    }

    /// <exception cref="MigrationRefused">The stack cannot be deployed: which resource, why, and what mends it.</exception>
    [LambdaFunction(
        ResourceName = nameof(AdvanceStackFunction),
        Timeout = 50,
        MemorySize = 256,
        Role = "@AdvanceStackRole"
    )]
    public async Task<Progressing> AdvanceStack(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var plan = await store.RequireAsync(MigrationFile.Plan);
        if (!plan.StackName.StartsWith(StackNames, StringComparison.Ordinal))
        {
            throw new MigrationRefused(
                $"stackName is '{plan.StackName}', and has to begin with {StackNames}: only such stacks may be touched."
            );
        }

        var role = Setting.Required(_role, "STACK_ROLE_ARN");
        var template = StackTemplate.Read();
        var deployment = new StackDeployment(
            _cloudFormation,
            store,
            new ChangeSets(_cloudFormation, plan.StackName, template, _parameters.For(plan, template), role),
            plan.StackName,
            role,
            _time
        );
        var answer = await deployment.AdvanceAsync();
        context.Logger.LogInformation("{note}", answer.Note);
        return answer;
    }
}
