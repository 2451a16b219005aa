using System.Text.Json;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Verify;

/// <summary>One migration, and its folder as the steps find it.</summary>
internal static class AMigration
{
    public const string Id = "0a1b2c3d";
    public const string Bucket = "backup-bucket";
    public const string Folder = $"s3://{Bucket}/migrations/{Id}/";
    public const string Stack = "nova-sonic-ecs-stack";

    public static StepRequest Request { get; } = new(Folder);

    public static string Key(string file) => $"migrations/{Id}/{file}";

    public static MigrationPlan Plan { get; } =
        new()
        {
            DryRun = false,
            ConnectInstanceId = "9b1d0000-0000-4000-8000-000000000000",
            FunctionName = "invoke-fargate-task",
            FargateClusterName = "nova-sonic-cluster",
            TaskDefinitionFamily = "nova-sonic-bridge",
            StackName = Stack,
            StackParameters = new Dictionary<string, string>(),
            ImageTag = "7",
            Percentages = [10, 50, 100],
            BakeSeconds = 300,
            PollSeconds = 15,
            Room = 2,
            Canary = true,
        };

    /// <summary>S3 with the plan in it.</summary>
    public static InMemoryS3 WithPlan(this InMemoryS3 s3, MigrationPlan? plan = null)
    {
        s3.Seed(Key("plan.json"), JsonSerializer.Serialize(plan ?? Plan, MigrationFile.Plan.Shape));
        return s3;
    }

    /// <summary>What a check has noted.</summary>
    public static Verified? Noted(this InMemoryS3 s3, string check) =>
        s3.Text(Key($"verified/{check}.json")) is { } text
            ? JsonSerializer.Deserialize(text, Verified.FileOf(check).Shape)
            : null;
}
