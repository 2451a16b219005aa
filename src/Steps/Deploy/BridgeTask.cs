using System.Text.Json;
using Amazon.ECS;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary>
/// Where the bridge's task definition differs from one account to the other. The rest is <c>bridge/task-definition.json</c>,
/// which is part of this executable.
/// </summary>
/// <param name="TaskRoleArn">What the bridge may do.</param>
/// <param name="ExecutionRoleArn">What ECS may do to start it.</param>
/// <param name="RepositoryUri">The ECR repository of its image.</param>
/// <param name="Architecture">The processor that its image is built for.</param>
/// <param name="Region">The region.</param>
internal sealed record BridgeTask(
    string? TaskRoleArn,
    string? ExecutionRoleArn,
    string? RepositoryUri,
    string? Architecture,
    string? Region
)
{
    private const string Template = "task-definition.json";

    public static BridgeTask FromEnvironment() =>
        new(
            Setting.Optional("BRIDGE_TASK_ROLE_ARN"),
            Setting.Optional("BRIDGE_EXECUTION_ROLE_ARN"),
            Setting.Optional("BRIDGE_REPOSITORY_URI"),
            Setting.Optional("BRIDGE_ARCHITECTURE"),
            Setting.Optional("AWS_REGION")
        );

    /// <summary>The definition to register, but for its tags.</summary>
    public TaskDefinitionInput Define(string family, string imageTag)
    {
        var taskRole = Setting.Required(TaskRoleArn, "BRIDGE_TASK_ROLE_ARN");
        var text = ReadTemplate()
            .Replace("${AWS_REGION}", Setting.Required(Region, "AWS_REGION"), StringComparison.Ordinal)
            .Replace("${AWS_ACCOUNT_ID}", AccountOf(taskRole), StringComparison.Ordinal);
        var definition = JsonSerializer.Deserialize(text, TaskDefinitionJson.Wire.TaskDefinitionInput)!;
        definition.Family = family;
        definition.TaskRoleArn = taskRole;
        definition.ExecutionRoleArn = Setting.Required(ExecutionRoleArn, "BRIDGE_EXECUTION_ROLE_ARN");
        definition.RuntimePlatform!.CpuArchitecture = Architecture is "ARM64"
            ? CPUArchitecture.ARM64
            : CPUArchitecture.X86_64;
        definition.ContainerDefinitions![0].Image =
            $"{Setting.Required(RepositoryUri, "BRIDGE_REPOSITORY_URI")}:{imageTag}";
        return definition;
    }

    private static string AccountOf(string arn) =>
        arn.Split(':') is [_, _, _, _, { Length: > 0 } account, ..]
            ? account
            : throw new MigrationRefused(
                $"BRIDGE_TASK_ROLE_ARN is '{arn}', which is no ARN of a role: deploy serverless.template again."
            );

    private static string ReadTemplate()
    {
        using var stream =
            typeof(BridgeTask).Assembly.GetManifestResourceStream(Template)
            ?? throw new InvalidOperationException($"{Template} is not embedded in the functions' executable.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
