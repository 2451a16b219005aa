using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace SonicBridge.Steps.Deploy;

/// <summary>Finds in a stack's events what failed first: all that fails after it is a consequence.</summary>
internal sealed class StackFailure(IAmazonCloudFormation cloudFormation)
{
    // With which CloudFormation marks what it only gave up because of another resource.
    private static readonly string[] s_consequences = ["Resource creation cancelled", "Resource update cancelled"];

    /// <summary>One sentence: resource, reason, mend.</summary>
    /// <param name="stackId">The stack's own id: its name may mean another by now.</param>
    /// <param name="since">From when on events are looked at; null for all.</param>
    public async Task<string> ExplainAsync(string stackId, DateTimeOffset? since)
    {
        var first = await FirstAsync(stackId, since);
        return first is null
            ? "its events name no resource that failed. Look at them in the CloudFormation console."
            : $"{first.LogicalResourceId} ({first.ResourceType}): {KnownCause.Mend(first.ResourceStatusReason ?? first.ResourceStatus.Value)}";
    }

    /// <summary>What the newest attempt to delete a stack could not delete.</summary>
    public async Task<(string Sentence, IReadOnlyList<string> Resources)> LastDeletionAsync(string stackId)
    {
        var failed = new List<StackEvent>();
        var request = new DescribeStackEventsRequest { StackName = stackId };
        while (true)
        {
            var page = await cloudFormation.DescribeStackEventsAsync(request);
            foreach (var happened in page.StackEvents ?? [])
            {
                var isOfStack = happened.PhysicalResourceId == happened.StackId;
                if (isOfStack && happened.ResourceStatus == ResourceStatus.DELETE_IN_PROGRESS)
                {
                    return Tell(failed);
                }

                if (!isOfStack && happened.ResourceStatus == ResourceStatus.DELETE_FAILED)
                {
                    failed.Add(happened);
                }
            }

            if (page.NextToken is not { Length: > 0 } next)
            {
                return Tell(failed);
            }

            request.NextToken = next;
        }
    }

    private static (string Sentence, IReadOnlyList<string> Resources) Tell(List<StackEvent> failed) =>
        (
            failed.Count == 0
                ? "Its events name no resource that is left."
                : string.Join(
                    ' ',
                    failed.Select(happened =>
                        $"{happened.LogicalResourceId} ({happened.ResourceType}, {happened.PhysicalResourceId}): {happened.ResourceStatusReason?.TrimEnd('.')}."
                    )
                ),
            [.. failed.Select(happened => happened.LogicalResourceId).Distinct(StringComparer.Ordinal)]
        );

    /// <summary>Events come newest first.</summary>
    private async Task<StackEvent?> FirstAsync(string stackId, DateTimeOffset? since)
    {
        StackEvent? first = null;
        var request = new DescribeStackEventsRequest { StackName = stackId };
        while (true)
        {
            var page = await cloudFormation.DescribeStackEventsAsync(request);
            foreach (var happened in page.StackEvents ?? [])
            {
                if (happened.Timestamp?.ToUniversalTime() < since?.UtcDateTime)
                {
                    return first;
                }

                first = IsCause(happened) ? happened : first;
            }

            if (page.NextToken is not { Length: > 0 } next)
            {
                return first;
            }

            request.NextToken = next;
        }
    }

    private static bool IsCause(StackEvent happened) =>
        happened.ResourceStatus?.Value.EndsWith("_FAILED", StringComparison.Ordinal) == true
        // The stack itself fails only because something in it did.
        && happened.PhysicalResourceId != happened.StackId
        && !s_consequences.Any(text =>
            happened.ResourceStatusReason?.StartsWith(text, StringComparison.Ordinal) == true
        );
}
