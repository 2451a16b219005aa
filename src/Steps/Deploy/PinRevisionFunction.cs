using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.Model;
using Amazon.S3;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>
/// <c>pin-revision</c>: sees to it that the old function keeps running the revision that it runs now. From the next step on
/// the family's name alone means the revision for EC2, which Fargate cannot run.
/// </summary>
public sealed class PinRevisionFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonLambda _lambda;

    public PinRevisionFunction()
        : this(new AmazonS3Client(), new AmazonLambdaClient()) { }

    internal PinRevisionFunction(IAmazonS3 s3, IAmazonLambda lambda)
    {
        _s3 = s3;
        _lambda = lambda;
    }

    /// <exception cref="NotReadyYet">Lambda is at a change of the function.</exception>
    /// <exception cref="MigrationRefused">It cannot be seen which revision the function runs, or not be changed.</exception>
    [LambdaFunction(
        ResourceName = nameof(PinRevisionFunction),
        Timeout = 50,
        MemorySize = 512,
        Role = "@PinRevisionRole"
    )]
    public async Task<StepDone> PinRevision(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var plan = await store.RequireAsync(MigrationFile.Plan);
        var revision = (await store.RequireAsync(MigrationFile.Family)).Newest;
        var function = new LiveFunction(_lambda, plan.FunctionName);
        var live = (await function.RequireAsync()).Configuration;
        FunctionCondition.WaitFor(function.Name, live.LastUpdateStatus, live.State);
        FunctionCondition.RefuseUnreadable(live);
        if (await new OpenVersions(function, store).FindAsync(plan, revision) is [var problem, ..])
        {
            throw new MigrationRefused(problem);
        }

        var pins = RevisionPins.Find(live.Environment?.Variables ?? [], revision.Family, revision.Number);
        if (pins.Open.Count == 0 && !pins.NamesRevision && !plan.FargateRevisionIsFixed)
        {
            throw new MigrationRefused(OpenVersions.NotNamed(function.Name, revision));
        }

        var pinned = await WriteAsync(store, function.Name, revision, pins);
        if (pins.Open.Count > 0)
        {
            await PinAsync(live, pins.Open);
        }

        var done =
            pinned.Variables.Count == 0
                ? $"{function.Name} names a revision by itself: nothing had to be changed."
                : $"{function.Name} keeps running {revision}: {string.Join(", ", pinned.Variables.Select(one => one.Name))} named the family alone.";
        context.Logger.LogInformation("{done}", done);
        return new StepDone(done);
    }

    /// <summary>Written before the change. What an earlier run wrote stays: it knows what was there before.</summary>
    private static async Task<PinnedRevision> WriteAsync(
        MigrationStore store,
        string function,
        TaskRevision revision,
        RevisionPins pins
    )
    {
        var before = (await store.ReadAsync(MigrationFile.Pinned, CancellationToken.None))?.Value;
        var open = pins.Open.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        var pinned = new PinnedRevision(
            function,
            revision.ToString(),
            [.. (before?.Variables ?? []).Where(one => !open.Contains(one.Name)), .. pins.Open],
            pins.Left
        );
        await store.WriteAsync(MigrationFile.Pinned, pinned, CancellationToken.None);
        return pinned;
    }

    private async Task PinAsync(FunctionConfiguration live, IReadOnlyList<PinnedVariable> pins)
    {
        var variables = new Dictionary<string, string>(live.Environment.Variables, StringComparer.Ordinal);
        foreach (var pin in pins)
        {
            variables[pin.Name] = pin.To;
        }

        try
        {
            var updated = await _lambda.UpdateFunctionConfigurationAsync(
                new UpdateFunctionConfigurationRequest
                {
                    FunctionName = live.FunctionName,
                    Environment = new() { Variables = variables },
                    // Whoever changed the function in between is not overwritten.
                    RevisionId = live.RevisionId,
                }
            );
            FunctionCondition.WaitFor(live.FunctionName, updated.LastUpdateStatus, updated.State);
        }
        catch (Exception e) when (e is ResourceConflictException or PreconditionFailedException)
        {
            throw new NotReadyYet($"{live.FunctionName} is being changed by somebody else: {e.Message}");
        }
    }
}
