using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// <c>advance-deletion</c>: brings the stack of the EC2 side one step nearer to being gone. A deletion that fails is
/// tried once more, since what held a resource may have let go meanwhile; then a person has to look.
/// </summary>
public sealed class AdvanceDeletionFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonCloudFormation _cloudFormation;
    private readonly string? _role;

    public AdvanceDeletionFunction()
        : this(new AmazonS3Client(), new AmazonCloudFormationClient(), Setting.Optional("STACK_ROLE_ARN")) { }

    internal AdvanceDeletionFunction(IAmazonS3 s3, IAmazonCloudFormation cloudFormation, string? role)
    {
        _s3 = s3;
        _cloudFormation = cloudFormation;
        _role = role;
    }

    /// <exception cref="MigrationRefused">It cannot be deleted: which resource, why, and what to do.</exception>
    [LambdaFunction(
        ResourceName = nameof(AdvanceDeletionFunction),
        Timeout = 50,
        MemorySize = 256,
        Role = "@AdvanceDeletionRole"
    )]
    public async Task<Progressing> AdvanceDeletion(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var plan = await store.RequireAsync(MigrationFile.Plan);
        var answer = await AdvanceAsync(store, plan.StackName);
        context.Logger.LogInformation("{note}", answer.Note);
        return answer;
    }

    private async Task<Progressing> AdvanceAsync(MigrationStore store, string name)
    {
        var stack = await StackLook.FindAsync(_cloudFormation, name);
        if (stack is null)
        {
            return new Progressing(true, $"There is no stack {name}.");
        }

        if (!StackLook.IsOurs(stack))
        {
            return new Progressing(true, $"The stack {name} is another's ('{stack.Description}') and stays.");
        }

        return stack.StackStatus.Value switch
        {
            "DELETE_IN_PROGRESS" => new Progressing(false, $"The stack {name} is being deleted."),
            // CloudFormation deletes no stack in the middle of an update.
            var status
                when status.StartsWith("UPDATE_", StringComparison.Ordinal)
                    && status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) => new Progressing(
                false,
                $"The stack {name} is {status}; its deletion waits for that."
            ),
            "DELETE_FAILED" => await TryAgainAsync(store, stack),
            var status => await DeleteAsync(stack, $"The stack {name} was {status}; it is being deleted."),
        };
    }

    private async Task<Progressing> TryAgainAsync(MigrationStore store, Stack stack)
    {
        var before = (await store.ReadAsync(Deletion.File, CancellationToken.None))?.Value;
        var failure = await new StackFailure(_cloudFormation).LastDeletionAsync(stack.StackId);
        if (before is { TriedAgain: true } && before.StackId == stack.StackId)
        {
            await NoteAsync(store, new Deletion(stack.StackId, TriedAgain: false));
            throw new MigrationRefused(
                $"The stack {stack.StackName} could not be deleted, twice. {failure.Sentence} Mend that and start the rollback again, "
                    + $"or delete the stack and keep these: aws cloudformation delete-stack --stack-name {stack.StackName} "
                    + $"--retain-resources {string.Join(' ', failure.Resources)}"
            );
        }

        await NoteAsync(store, new Deletion(stack.StackId, TriedAgain: true));
        return await DeleteAsync(
            stack,
            $"The stack {stack.StackName} could not be deleted and is tried once more. {failure.Sentence}"
        );
    }

    private async Task<Progressing> DeleteAsync(Stack stack, string note)
    {
        if (stack.EnableTerminationProtection == true)
        {
            throw new MigrationRefused(
                $"The stack {stack.StackName} is protected from deletion: run aws cloudformation update-termination-protection "
                    + $"--no-enable-termination-protection --stack-name {stack.StackName}, and start the rollback again."
            );
        }

        await _cloudFormation.DeleteStackAsync(
            new DeleteStackRequest { StackName = stack.StackName, RoleARN = Setting.Required(_role, "STACK_ROLE_ARN") }
        );
        return new Progressing(false, note);
    }

    private static Task NoteAsync(MigrationStore store, Deletion deletion) =>
        store.WriteAsync(Deletion.File, deletion, CancellationToken.None);
}
