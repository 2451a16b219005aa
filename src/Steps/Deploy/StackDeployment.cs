using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>Decides from the stack's status and from deploy.json what the next act is, and does it.</summary>
internal sealed class StackDeployment(
    IAmazonCloudFormation cloudFormation,
    MigrationStore store,
    ChangeSets changeSets,
    string name,
    string role,
    TimeProvider time
)
{
    /// <exception cref="MigrationRefused">It cannot be deployed.</exception>
    public async Task<Progressing> AdvanceAsync()
    {
        var stack = await StackLook.FindAsync(cloudFormation, name);
        var noted = (await store.ReadAsync(Deployment.File, CancellationToken.None))?.Value;
        var current = noted is { Ended: null } ? noted : Next(noted);
        if (stack is not null && !StackLook.IsOurs(stack))
        {
            throw new MigrationRefused(
                $"The stack {name} is another's ('{stack.Description}'): give a name of its own by stackName."
            );
        }

        var status = stack?.StackStatus.Value;
        return status switch
        {
            null or "REVIEW_IN_PROGRESS" => await ChangeAsync(ChangeSetType.CREATE, stack, current),
            _ when status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) => new Progressing(
                false,
                $"The stack {name} is {status}."
            ),
            _ when current.ExecutedAt is not null && current.StackId == stack!.StackId => await EndAsync(
                stack,
                current
            ),
            "ROLLBACK_COMPLETE" or "CREATE_FAILED" or "ROLLBACK_FAILED" => await RemoveAsync(status),
            "UPDATE_ROLLBACK_FAILED" => throw new MigrationRefused(
                $"The stack {name} is UPDATE_ROLLBACK_FAILED: an earlier update failed, and so did its taking back "
                    + $"({stack!.StackStatusReason?.TrimEnd('.')}). Mend what the stack's events name, run "
                    + $"aws cloudformation continue-update-rollback --stack-name {name}, and start the migration again."
            ),
            "DELETE_FAILED" => throw new MigrationRefused(
                $"The stack {name} is DELETE_FAILED: {await FailureAsync(stack!, since: null)} "
                    + "Run the rollback, which deletes the rest of it, and start the migration again."
            ),
            _ => await ChangeAsync(ChangeSetType.UPDATE, stack, current),
        };
    }

    private async Task<Progressing> ChangeAsync(ChangeSetType type, Stack? stack, Deployment current)
    {
        var found = stack is null ? null : await changeSets.FindAsync(current.ChangeSet);
        switch (found?.Status.Value)
        {
            case null or "DELETE_COMPLETE":
                await NoteAsync(current with { ExecutedAt = null, StackId = stack?.StackId });
                await changeSets.CreateAsync(current.ChangeSet, type);
                return new Progressing(false, $"The change set {current.ChangeSet} is being made ({type.Value}).");
            case "CREATE_COMPLETE" when found.ExecutionStatus == ExecutionStatus.AVAILABLE:
                var changes = await changeSets.ReadAsync(found);
                await NoteAsync(
                    current with
                    {
                        StackId = found.StackId,
                        Changes = changes,
                        ExecutedAt = time.GetUtcNow(),
                    }
                );
                await changeSets.ExecuteAsync(current.ChangeSet);
                return new Progressing(
                    false,
                    $"The change set {current.ChangeSet} is being executed: {changes.Count} changes."
                );
            case "CREATE_COMPLETE"
                when found.ExecutionStatus.Value is "OBSOLETE" or "EXECUTE_COMPLETE" or "EXECUTE_FAILED":
                await NoteAsync(Next(current));
                return new Progressing(
                    false,
                    $"The change set {current.ChangeSet} is {found.ExecutionStatus}; another is made."
                );
            case "FAILED" when type == ChangeSetType.UPDATE && ChangeSets.IsEmpty(found):
                await changeSets.DeleteAsync(current.ChangeSet);
                return await FinishAsync(
                    stack!,
                    current,
                    $"The stack {name} is as the template says: nothing to change."
                );
            case "FAILED":
                return await RefuseAsync(found, type, current);
            default:
                return new Progressing(
                    false,
                    $"The change set {current.ChangeSet} is {found.Status} ({found.ExecutionStatus})."
                );
        }
    }

    private async Task<Progressing> RefuseAsync(DescribeChangeSetResponse found, ChangeSetType type, Deployment current)
    {
        var failure = KnownCause.Mend(found.StatusReason ?? "CloudFormation gives no reason.");
        var sentence = $"The change set {current.ChangeSet} could not be made: {failure}";
        await changeSets.DeleteAsync(current.ChangeSet);
        if (type == ChangeSetType.CREATE)
        {
            // What is left is a stack without a resource, which would only be in the way.
            await DeleteAsync();
        }

        await NoteAsync(current with { Ended = sentence });
        throw new MigrationRefused(sentence);
    }

    private async Task<Progressing> RemoveAsync(string status)
    {
        await DeleteAsync();
        return new Progressing(false, $"The stack {name} was {status}; it is being deleted, to be made anew.");
    }

    private async Task<Progressing> EndAsync(Stack stack, Deployment current)
    {
        switch ((await changeSets.FindAsync(current.ChangeSet))?.ExecutionStatus?.Value)
        {
            // It was to be executed, but the request for that was lost.
            case "AVAILABLE":
                await changeSets.ExecuteAsync(current.ChangeSet);
                return new Progressing(false, $"The change set {current.ChangeSet} is being executed.");
            case "EXECUTE_IN_PROGRESS":
                return new Progressing(false, $"The change set {current.ChangeSet} is being executed.");
        }

        if (stack.StackStatus.Value is "CREATE_COMPLETE" or "UPDATE_COMPLETE")
        {
            return await FinishAsync(stack, current, $"The stack {name} is deployed: {current.Changes.Count} changes.");
        }

        var sentence =
            $"The stack {name} could not be deployed and is {stack.StackStatus}: {await FailureAsync(stack, current.ExecutedAt)}";
        await NoteAsync(current with { Ended = sentence });
        throw new MigrationRefused(sentence);
    }

    private async Task<Progressing> FinishAsync(Stack stack, Deployment current, string sentence)
    {
        await NoteAsync(
            current with
            {
                StackId = stack.StackId,
                Outputs = StackLook.OutputsOf(stack),
                Ended = sentence,
            }
        );
        return new Progressing(true, sentence);
    }

    private Task<string> FailureAsync(Stack stack, DateTimeOffset? since) =>
        new StackFailure(cloudFormation).ExplainAsync(stack.StackId, since);

    private async Task DeleteAsync() =>
        await cloudFormation.DeleteStackAsync(new DeleteStackRequest { StackName = name, RoleARN = role });

    private Deployment Next(Deployment? before)
    {
        var attempt = (before?.Attempt ?? 0) + 1;
        return new Deployment { Attempt = attempt, ChangeSet = ChangeSets.NameOf(store.Folder.Id, attempt) };
    }

    private Task NoteAsync(Deployment deployment) =>
        store.WriteAsync(Deployment.File, deployment, CancellationToken.None);
}
