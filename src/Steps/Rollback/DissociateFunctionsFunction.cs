using Amazon.Connect;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// <c>dissociate-functions</c>: takes back what <c>associate-functions</c> let the Amazon Connect instance do, and nothing
/// that it might do before.
/// </summary>
public sealed class DissociateFunctionsFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonConnect _connect;
    private readonly IAmazonLambda _lambda;

    public DissociateFunctionsFunction()
        : this(new AmazonS3Client(), new AmazonConnectClient(), new AmazonLambdaClient()) { }

    internal DissociateFunctionsFunction(IAmazonS3 s3, IAmazonConnect connect, IAmazonLambda lambda)
    {
        _s3 = s3;
        _connect = connect;
        _lambda = lambda;
    }

    [LambdaFunction(
        ResourceName = nameof(DissociateFunctionsFunction),
        Timeout = 50,
        MemorySize = 256,
        Role = "@DissociateFunctionsRole"
    )]
    public async Task<StepDone> DissociateFunctions(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var before = (await store.ReadAsync(MigrationFile.Associated, CancellationToken.None))?.Value;
        var done = before is null ? "The migration had not come to let the instance invoke anything." : "";
        if (before is not null)
        {
            var taken = await TakeBackAsync(before);
            done =
                taken.Count > 0
                    ? $"Taken back from the instance: {string.Join(", ", taken)}."
                    : "There was nothing to take back from the instance.";
        }

        context.Logger.LogInformation("{done}", done);
        return new StepDone(done);
    }

    private async Task<List<string>> TakeBackAsync(AssociatedFunctions before)
    {
        var access = new ConnectAccess(_connect, _lambda, before.InstanceArn);
        var listed = await access.ListAsync();
        var taken = new List<string>();
        foreach (var function in before.Functions)
        {
            var name = FunctionAddress.Parse(function.Arn).Name;
            if (!function.WasAssociated && listed.Contains(function.Arn))
            {
                await access.DissociateAsync(function.Arn);
                taken.Add($"the association of {name}");
            }

            foreach (var statement in (await access.StatementsAsync(function.Arn)).Except(function.Statements))
            {
                await access.ForbidAsync(function.Arn, statement);
                taken.Add($"the permission {statement} of {name}");
            }
        }

        return taken;
    }
}
