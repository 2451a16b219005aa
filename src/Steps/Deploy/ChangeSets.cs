using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>Makes, reads, executes and deletes the change sets of one stack.</summary>
internal sealed class ChangeSets(
    IAmazonCloudFormation cloudFormation,
    string stack,
    StackTemplate template,
    List<Parameter> parameters,
    string role
)
{
    private const int LongestName = 128;

    // By these CloudFormation tells that there was nothing to change.
    private static readonly string[] s_empty = ["didn't contain changes", "No updates are to be performed"];

    /// <summary>A name that tells which migration made it: letters, digits and hyphens, a letter first.</summary>
    public static string NameOf(string migration, int attempt)
    {
        var start = $"nova-sonic-{string.Concat(migration.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}";
        var end = $"-{attempt}";
        return start[..Math.Min(start.Length, LongestName - end.Length)] + end;
    }

    public static bool IsEmpty(DescribeChangeSetResponse found) =>
        s_empty.Any(text => found.StatusReason?.Contains(text, StringComparison.Ordinal) == true);

    /// <summary>The change set, or null when there is none.</summary>
    public async Task<DescribeChangeSetResponse?> FindAsync(string name)
    {
        try
        {
            return await cloudFormation.DescribeChangeSetAsync(
                new DescribeChangeSetRequest { StackName = stack, ChangeSetName = name }
            );
        }
        catch (ChangeSetNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Its lines, those of further pages too.</summary>
    public async Task<IReadOnlyList<PlannedChange>> ReadAsync(DescribeChangeSetResponse first)
    {
        var changes = new List<PlannedChange>();
        var page = first;
        while (true)
        {
            changes.AddRange((page.Changes ?? []).Select(change => Line(change.ResourceChange)));
            if (page.NextToken is not { Length: > 0 } next)
            {
                return changes;
            }

            page = await cloudFormation.DescribeChangeSetAsync(
                new DescribeChangeSetRequest
                {
                    StackName = stack,
                    ChangeSetName = first.ChangeSetName,
                    NextToken = next,
                }
            );
        }
    }

    /// <exception cref="MigrationRefused">CloudFormation does not take the template or its parameters.</exception>
    public async Task CreateAsync(string name, ChangeSetType type)
    {
        try
        {
            await cloudFormation.CreateChangeSetAsync(
                new CreateChangeSetRequest
                {
                    StackName = stack,
                    ChangeSetName = name,
                    ChangeSetType = type,
                    Description = "Made by nova-sonic-migrate",
                    TemplateBody = template.Body,
                    Parameters = parameters,
                    Capabilities = [Capability.CAPABILITY_NAMED_IAM.Value],
                    RoleARN = role,
                }
            );
        }
        catch (AlreadyExistsException)
        {
            // An earlier run has made it, and its answer was lost.
        }
        catch (AmazonCloudFormationException e) when (!IsPassing(e))
        {
            throw new MigrationRefused($"The stack {stack} cannot be deployed: {KnownCause.Mend(e.Message)}", e);
        }
    }

    public Task ExecuteAsync(string name) =>
        cloudFormation.ExecuteChangeSetAsync(new ExecuteChangeSetRequest { StackName = stack, ChangeSetName = name });

    public Task DeleteAsync(string name) =>
        cloudFormation.DeleteChangeSetAsync(new DeleteChangeSetRequest { StackName = stack, ChangeSetName = name });

    private static PlannedChange Line(ResourceChange change) =>
        new(change.LogicalResourceId, change.ResourceType, change.Action?.Value ?? "", change.Replacement?.Value);

    private static bool IsPassing(AmazonCloudFormationException e) =>
        (int)e.StatusCode is 0 or 429 or >= 500 || e.ErrorCode is "Throttling" or "ThrottlingException";
}
