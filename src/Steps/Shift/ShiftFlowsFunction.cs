using System.Globalization;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Shift;

/// <summary>
/// <c>shift-flows</c>: publishes each backed-up flow and module with a share of its callers led to the call loop. What it
/// is about to write stands in <c>shift.json</c> before; a flow that somebody else has edited is not overwritten, and one
/// that leads a larger share the new way already keeps it.
/// </summary>
public sealed class ShiftFlowsFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonConnect _connect;
    private readonly NewFunctions _functions;
    private readonly TimeProvider _time;

    public ShiftFlowsFunction()
        : this(new AmazonS3Client(), new AmazonConnectClient(), NewFunctions.FromEnvironment(), TimeProvider.System) { }

    internal ShiftFlowsFunction(IAmazonS3 s3, IAmazonConnect connect, NewFunctions functions, TimeProvider time)
    {
        _s3 = s3;
        _connect = connect;
        _functions = functions;
        _time = time;
    }

    /// <exception cref="MigrationRefused">A flow was edited, deleted, or is not taken by Amazon Connect.</exception>
    [LambdaFunction(
        ResourceName = nameof(ShiftFlowsFunction),
        Timeout = 110,
        MemorySize = 512,
        Role = "@ShiftFlowsRole"
    )]
    public async Task<ShiftDone> ShiftFlows(ShiftRequest request, ILambdaContext context)
    {
        if (request.Percentage is not (>= 0 and <= 100))
        {
            throw new MigrationRefused("'percentage' has to be a whole number from 0 to 100.");
        }

        var percentage = request.Percentage.Value;
        var at = _time.GetUtcNow();
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var plan = await store.RequireAsync(MigrationFile.Plan);
        var record = (await store.ReadAsync(MigrationFile.Shift, CancellationToken.None))?.Value ?? ShiftRecord.None;
        var flows = await FlowBackup.ReadAllAsync(store);
        var shares = new List<Shifted>();
        foreach (var flow in flows)
        {
            shares.Add(await ShiftAsync(flow, percentage, plan, record, store));
        }

        var least = shares.Count > 0 ? shares.Min(shifted => shifted.Share) : percentage;
        await store.WriteAsync(MigrationFile.Shift, record with { Percentage = least }, CancellationToken.None);
        var more = shares.Count(shifted => shifted.Share > percentage);
        var done = string.Create(
            CultureInfo.InvariantCulture,
            $"{percentage} % of the callers go the new way: {shares.Count(shifted => shifted.Written)} of {flows.Count} flow(s) and module(s) were published, {(more == 0 ? "the others had it already." : $"{more} keep a larger share.")}"
        );
        context.Logger.LogInformation("{done}", done);
        return new ShiftDone(at, done);
    }

    private async Task<Shifted> ShiftAsync(
        FlowBackup flow,
        int percentage,
        MigrationPlan plan,
        ShiftRecord record,
        MigrationStore store
    )
    {
        var flows = new ConnectFlows(_connect, plan.ConnectInstanceId);
        var content = FlowGraft.Apply(
            FlowDocument.Read(flow.Published),
            FlowsInUse.AddressOf(flow.Metadata, plan.FunctionName),
            _functions.Settings,
            FlowsInUse.KindOf(flow.Metadata),
            percentage
        );
        var live =
            await flows.FindAsync(flow.Place)
            ?? throw new MigrationRefused(
                $"The {flow.Place.Noun} '{flow.Metadata.Name}' ({flow.Place.Id}) was deleted since it was backed up. The rollback makes it anew; delete it after that, and migrate again."
            );
        var (wanted, found) = (FlowFingerprint.Of(content), FlowFingerprint.Of(live.Published));
        var share = found == FlowFingerprint.Of(flow.Published) ? 0 : record.ShareOf(flow.Place.Id, found);
        if (found == wanted || share > percentage)
        {
            return new Shifted(false, found == wanted ? percentage : share!.Value);
        }

        if (share is null)
        {
            throw new MigrationRefused(
                $"The {flow.Place.Noun} '{flow.Metadata.Name}' ({flow.Place.Id}) was edited by somebody else since it was backed up, and is not overwritten. Publish it after the rollback, and migrate again: nobody should edit it meanwhile."
            );
        }

        if (record.Note(flow.Place.Id, wanted, percentage))
        {
            await store.WriteAsync(MigrationFile.Shift, record, CancellationToken.None);
        }

        await PublishAsync(flows, flow, content);
        // Should Amazon Connect have written it in words of its own, then that is known as ours too.
        if (
            await flows.FindAsync(flow.Place) is { } published
            && record.Note(flow.Place.Id, FlowFingerprint.Of(published.Published), percentage)
        )
        {
            await store.WriteAsync(MigrationFile.Shift, record, CancellationToken.None);
        }

        return new Shifted(true, percentage);
    }

    private static async Task PublishAsync(ConnectFlows flows, FlowBackup flow, string content)
    {
        try
        {
            await flows.PublishAsync(flow.Place, content);
        }
        catch (InvalidContactFlowException e)
        {
            throw Refused(flow, e, e.Problems);
        }
        catch (InvalidContactFlowModuleException e)
        {
            throw Refused(flow, e, e.Problems);
        }
    }

    private static MigrationRefused Refused(FlowBackup flow, Exception e, List<ProblemDetail>? problems) =>
        new(
            $"Amazon Connect does not take the changed {flow.Place.Noun} '{flow.Metadata.Name}': {string.Join(" ", (problems ?? []).Select(problem => problem.Message).DefaultIfEmpty(e.Message))} Change this one by hand, as docs/contact-flows.md shows.",
            e
        );

    /// <summary>What became of one flow: whether it was published, and the share that it leads the new way now.</summary>
    private readonly record struct Shifted(bool Written, int Share);
}
