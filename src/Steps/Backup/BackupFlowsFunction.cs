using System.Globalization;
using Amazon.Connect;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Backup;

/// <summary>
/// <c>backup-flows</c>: writes every published contact flow and module that invokes the function into the backup, and
/// <c>flows.json</c>; with them whether the instance lists the function. It tries each change on paper, so that a flow which cannot be changed stops the migration before
/// anything is.
/// </summary>
public sealed class BackupFlowsFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonConnect _connect;
    private readonly NewFunctions _functions;

    public BackupFlowsFunction()
        : this(new AmazonS3Client(), new AmazonConnectClient(), NewFunctions.FromEnvironment()) { }

    internal BackupFlowsFunction(IAmazonS3 s3, IAmazonConnect connect, NewFunctions functions)
    {
        _s3 = s3;
        _connect = connect;
        _functions = functions;
    }

    /// <exception cref="MigrationRefused">A flow has no room for the call loop, or the backup is sealed.</exception>
    [LambdaFunction(
        ResourceName = nameof(BackupFlowsFunction),
        Timeout = 590,
        MemorySize = 512,
        Role = "@BackupFlowsRole"
    )]
    public async Task<StepDone> BackupFlows(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var plan = await store.RequireAsync(MigrationFile.Plan);
        var inUse = new FlowsInUse(new ConnectFlows(_connect, plan.ConnectInstanceId));
        var trial = new FlowTrial(_functions);
        var all = new List<FoundFlow>();
        foreach (var isModule in new[] { true, false })
        {
            var found = await inUse.FindAsync(isModule, plan.FunctionName);
            foreach (var flow in found.Where(flow => flow.Actions.Count > 0))
            {
                if (trial.FaultOf(flow.Flow, plan) is { } fault)
                {
                    throw new MigrationRefused(fault);
                }
            }

            await FlowSnapshot.Of(found, isModule, RestoredNames.None).WriteToAsync(store);
            all.AddRange(found);
        }

        var association = await new AssociationSnapshot(_connect).ReadAsync(plan, RestoredNames.None);
        await association.WriteToAsync(store);
        var findings = FlowFindings.Of(all);
        await store.WriteAsync(MigrationFile.Flows, findings, CancellationToken.None);
        var done = string.Create(
                CultureInfo.InvariantCulture,
                $"Backed up {findings.Flows.Count} flow(s) and module(s) that invoke {plan.FunctionName}. {string.Join(" ", findings.Notices)}"
            )
            .TrimEnd();
        context.Logger.LogInformation("{done}", done);
        return new StepDone(done);
    }
}
