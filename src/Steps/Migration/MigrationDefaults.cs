namespace SonicBridge.Steps.Migration;

/// <summary>Defaults of the migration's input that the deployment of serverless.template knows.</summary>
/// <param name="ConnectInstanceId">
/// The Amazon Connect instance to which the steps' rights are limited; empty or <c>*</c> when none was named, and they have
/// rights on each.
/// </param>
/// <param name="ImageTag">The tag of the bridge's image.</param>
/// <param name="FunctionName">The Fargate deployment's function, to which the steps' rights are limited.</param>
/// <param name="TaskDefinitionFamily">The task definition's family, to which the steps' rights are limited.</param>
internal sealed record MigrationDefaults(
    string ConnectInstanceId,
    string ImageTag,
    string FunctionName,
    string TaskDefinitionFamily
)
{
    public static MigrationDefaults FromEnvironment() =>
        new(
            Setting.Optional("CONNECT_INSTANCE_ID") ?? "",
            Setting.Optional("BRIDGE_IMAGE_TAG") ?? "1",
            Setting.Optional("FARGATE_FUNCTION_NAME") ?? "invoke-fargate-task",
            Setting.Optional("ECS_TASK_DEFINITION") ?? "nova-sonic-bridge"
        );
}
