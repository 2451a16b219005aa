using Amazon.CloudFormation;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>What the stack of the EC2 side says of its resources.</summary>
internal sealed class StackOutputs(string stack, IReadOnlyDictionary<string, string> values)
{
    /// <exception cref="MigrationRefused">There is no such stack.</exception>
    public static async Task<StackOutputs> ReadAsync(IAmazonCloudFormation cloudFormation, string stack) =>
        await StackLook.FindAsync(cloudFormation, stack) is { } found
            ? new StackOutputs(stack, StackLook.OutputsOf(found))
            : throw new MigrationRefused($"There is no stack {stack}: start the migration, which deploys it.");

    /// <exception cref="MigrationRefused">The stack has no such output.</exception>
    public string Require(string name) =>
        values.TryGetValue(name, out var value)
            ? value
            : throw new MigrationRefused(
                $"The stack {stack} has no output {name}: it is not deployed wholly, or it is another's. Start the migration anew."
            );
}
