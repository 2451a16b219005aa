using System.Globalization;
using System.Net;
using Amazon;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using SonicBridge.Steps.Tests.Verify;

namespace SonicBridge.Steps.Tests.Deploy;

/// <summary>
/// CloudFormation as far as the steps use it: one stack, its change sets and its events. What takes time there is left
/// in progress until the test says how it ends.
/// </summary>
internal sealed class FakeCloudFormation()
    : AmazonCloudFormationClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    private const string Ours = "SonicBridge on EC2: a stack for tests";

    private int _made;

    public Stack? Stack { get; private set; }
    public Dictionary<string, DescribeChangeSetResponse> ChangeSets { get; } = [];
    public List<StackEvent> Events { get; } = [];
    public List<StackResourceSummary> Resources { get; } = [];

    /// <summary>Every request that changes something, in order.</summary>
    public List<string> Acts { get; } = [];

    public List<CreateChangeSetRequest> Created { get; } = [];
    public List<DeleteStackRequest> Deleted { get; } = [];

    /// <summary>What a change set would change; with none it fails, as CloudFormation's does.</summary>
    public List<ResourceChange> Changes { get; } =
    [
        new()
        {
            LogicalResourceId = "Cluster",
            ResourceType = "AWS::ECS::Cluster",
            Action = ChangeAction.Add,
        },
    ];

    /// <summary>How many items a page holds.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Throw here to make a request fail before it has an effect.</summary>
    public Action<string> Before { get; set; } = static _ => { };

    /// <summary>Throw here to lose the answer of a request that has had its effect.</summary>
    public Action<string> After { get; set; } = static _ => { };

    public void Set(StackStatus status, string? description = Ours, params (string Key, string Value)[] outputs)
    {
        Stack ??= new Stack { StackId = $"arn:stack/{++_made}", StackName = AMigration.Stack };
        Stack.StackStatus = status;
        Stack.Description = description;
        Stack.Outputs = [.. outputs.Select(one => new Output { OutputKey = one.Key, OutputValue = one.Value })];
    }

    /// <summary>A stack as it is when all went well.</summary>
    public FakeCloudFormation Deployed(params (string Key, string Value)[] outputs)
    {
        Set(StackStatus.CREATE_COMPLETE, Ours, outputs);
        return this;
    }

    public void Remove() => Stack = null;

    public void Happen(DateTime at, string resource, string status, string? reason, bool isStack = false) =>
        Events.Insert(
            0,
            new StackEvent
            {
                Timestamp = at,
                StackId = Stack!.StackId,
                LogicalResourceId = resource,
                PhysicalResourceId = isStack ? Stack.StackId : $"physical-{resource}",
                ResourceType = isStack ? "AWS::CloudFormation::Stack" : "AWS::Some::Type",
                ResourceStatus = status,
                ResourceStatusReason = reason,
            }
        );

    public override Task<DescribeStacksResponse> DescribeStacksAsync(
        DescribeStacksRequest request,
        CancellationToken cancellationToken = default
    ) =>
        Stack is null
            ? throw Invalid($"Stack with id {request.StackName} does not exist")
            : Task.FromResult(new DescribeStacksResponse { Stacks = [Stack] });

    public override Task<CreateChangeSetResponse> CreateChangeSetAsync(
        CreateChangeSetRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Begin("CreateChangeSet");
        if (ChangeSets.ContainsKey(request.ChangeSetName))
        {
            throw new AlreadyExistsException($"ChangeSet {request.ChangeSetName} already exists");
        }

        var isNew = request.ChangeSetType == ChangeSetType.CREATE;
        if (isNew != (Stack is null || Stack.StackStatus == StackStatus.REVIEW_IN_PROGRESS))
        {
            throw Invalid(isNew ? "Stack already exists and cannot be created again" : "Stack does not exist");
        }

        if (isNew)
        {
            Set(StackStatus.REVIEW_IN_PROGRESS, description: null);
        }

        Created.Add(request);
        ChangeSets[request.ChangeSetName] = new DescribeChangeSetResponse
        {
            ChangeSetName = request.ChangeSetName,
            StackId = Stack!.StackId,
            Status = ChangeSetStatus.CREATE_IN_PROGRESS,
            ExecutionStatus = ExecutionStatus.UNAVAILABLE,
        };
        After("CreateChangeSet");
        return Task.FromResult(new CreateChangeSetResponse());
    }

    /// <summary>CloudFormation has worked the newest change set out.</summary>
    public void WorkOut(string? failure = null)
    {
        var changeSet = ChangeSets[Created[^1].ChangeSetName];
        failure ??=
            Changes.Count == 0
                ? "The submitted information didn't contain changes. Submit different information to create a change set."
                : null;
        changeSet.Status = failure is null ? ChangeSetStatus.CREATE_COMPLETE : ChangeSetStatus.FAILED;
        changeSet.ExecutionStatus = failure is null ? ExecutionStatus.AVAILABLE : ExecutionStatus.UNAVAILABLE;
        changeSet.StatusReason = failure;
    }

    public override Task<DescribeChangeSetResponse> DescribeChangeSetAsync(
        DescribeChangeSetRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (!ChangeSets.TryGetValue(request.ChangeSetName, out var found))
        {
            throw new ChangeSetNotFoundException($"ChangeSet [{request.ChangeSetName}] does not exist");
        }

        var (page, next) = Page(Changes, request.NextToken);
        return Task.FromResult(
            new DescribeChangeSetResponse
            {
                ChangeSetName = found.ChangeSetName,
                StackId = found.StackId,
                Status = found.Status,
                StatusReason = found.StatusReason,
                ExecutionStatus = found.ExecutionStatus,
                Changes = [.. page.Select(change => new Change { ResourceChange = change })],
                NextToken = next,
            }
        );
    }

    public override Task<ExecuteChangeSetResponse> ExecuteChangeSetAsync(
        ExecuteChangeSetRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Begin("ExecuteChangeSet");
        if (ChangeSets[request.ChangeSetName].ExecutionStatus != ExecutionStatus.AVAILABLE)
        {
            throw new InvalidChangeSetStatusException("ChangeSet cannot be executed in its current status");
        }

        ChangeSets[request.ChangeSetName].ExecutionStatus = ExecutionStatus.EXECUTE_IN_PROGRESS;
        var isNew = Stack!.StackStatus == StackStatus.REVIEW_IN_PROGRESS;
        Set(isNew ? StackStatus.CREATE_IN_PROGRESS : StackStatus.UPDATE_IN_PROGRESS);
        After("ExecuteChangeSet");
        return Task.FromResult(new ExecuteChangeSetResponse());
    }

    /// <summary>The execution has ended, and with it the change set's time.</summary>
    public void End(StackStatus status, params (string Key, string Value)[] outputs)
    {
        ChangeSets.Remove(Created[^1].ChangeSetName);
        Set(status, Ours, outputs);
    }

    public override Task<DeleteChangeSetResponse> DeleteChangeSetAsync(
        DeleteChangeSetRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Begin("DeleteChangeSet");
        ChangeSets.Remove(request.ChangeSetName);
        return Task.FromResult(new DeleteChangeSetResponse());
    }

    public override Task<DeleteStackResponse> DeleteStackAsync(
        DeleteStackRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Begin("DeleteStack");
        Deleted.Add(request);
        Set(StackStatus.DELETE_IN_PROGRESS);
        return Task.FromResult(new DeleteStackResponse());
    }

    public override Task<DescribeStackEventsResponse> DescribeStackEventsAsync(
        DescribeStackEventsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var (page, next) = Page(Events, request.NextToken);
        return Task.FromResult(new DescribeStackEventsResponse { StackEvents = page, NextToken = next });
    }

    public override Task<ListStackResourcesResponse> ListStackResourcesAsync(
        ListStackResourcesRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var (page, next) = Page(Resources, request.NextToken);
        return Task.FromResult(new ListStackResourcesResponse { StackResourceSummaries = page, NextToken = next });
    }

    public static AmazonCloudFormationException Invalid(string message) =>
        new(message, ErrorType.Sender, "ValidationError", "request", HttpStatusCode.BadRequest);

    private (List<T> Items, string? Next) Page<T>(List<T> all, string? token)
    {
        var start = token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
        var end = Math.Min(start + PageSize, all.Count);
        return (all[start..end], end < all.Count ? $"{end}" : null);
    }

    private void Begin(string act)
    {
        Before(act);
        Acts.Add(act);
    }
}
