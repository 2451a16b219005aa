using Amazon.Connect;
using Amazon.Lambda;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>Lets the instance offer the function to the authors of flows again, as it did.</summary>
internal sealed class RestoredAssociation(IAmazonConnect connect, IAmazonLambda lambda, MigrationStore store)
{
    /// <summary>The function has to be there, and its policies are restored after this: associating may add to them.</summary>
    public async Task RestoreAsync()
    {
        if (await store.ReadAsync(AssociationSnapshot.File, CancellationToken.None) is not { Value: var backup })
        {
            return;
        }

        var plan = await store.RequireAsync(MigrationFile.Plan);
        var function = (await new LiveFunction(lambda, plan.FunctionName).RequireAsync()).Configuration.FunctionArn;
        var access = new ConnectAccess(connect, lambda, ConnectAccess.InstanceArnOf(function, plan.ConnectInstanceId));
        var live = await AssociationSnapshot.FindAsync(connect, plan);
        foreach (var missing in backup.Functions.Except(live.Functions))
        {
            await access.AssociateAsync(missing);
        }

        foreach (var added in live.Functions.Except(backup.Functions))
        {
            await access.DissociateAsync(added);
        }
    }
}
