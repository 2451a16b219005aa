using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace SonicBridge.Steps.Deploy;

/// <summary>Looks at a stack that may not be there.</summary>
internal static class StackLook
{
    // With which the description of each of our templates begins.
    private const string Ours = "SonicBridge";

    /// <summary>The stack of that name, or null when there is none.</summary>
    public static async Task<Stack?> FindAsync(IAmazonCloudFormation cloudFormation, string name)
    {
        try
        {
            var answer = await cloudFormation.DescribeStacksAsync(new DescribeStacksRequest { StackName = name });
            return answer.Stacks is [{ } stack, ..] && stack.StackStatus != StackStatus.DELETE_COMPLETE ? stack : null;
        }
        // CloudFormation has no error of its own for this.
        catch (AmazonCloudFormationException e)
            when (e.ErrorCode == "ValidationError" && e.Message.Contains("does not exist", StringComparison.Ordinal))
        {
            return null;
        }
    }

    public static Dictionary<string, string> OutputsOf(Stack stack) =>
        (stack.Outputs ?? []).ToDictionary(
            output => output.OutputKey,
            output => output.OutputValue,
            StringComparer.Ordinal
        );

    /// <summary>Whether the stack was made from this project's template. One that is only under review has no description yet.</summary>
    public static bool IsOurs(Stack stack) =>
        stack.StackStatus == StackStatus.REVIEW_IN_PROGRESS
        || stack.Description?.StartsWith(Ours, StringComparison.Ordinal) == true;
}
