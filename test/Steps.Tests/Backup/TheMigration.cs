using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Backup;

/// <summary>One migration, its folder and its files.</summary>
internal static class TheMigration
{
    public const string Id = "the-migration";
    public const string Bucket = "backup-bucket";
    public const string Folder = $"s3://{Bucket}/migrations/{Id}/";
    public const string Family = "nova-sonic-bridge";
    public const string Function = "invoke-fargate-task";
    public const string Execution = "arn:aws:states:us-east-1:111122223333:execution:nova-sonic-migrate:the-migration";
    public const string Rollback = "arn:aws:states:us-east-1:111122223333:execution:nova-sonic-rollback:the-rollback";

    public static StepRequest Request { get; } = new(Folder);

    public static MigrationPlan Plan { get; } =
        new()
        {
            DryRun = false,
            ConnectInstanceId = "0ca10000-0000-4000-8000-000000000000",
            FunctionName = Function,
            FargateClusterName = "nova-sonic-cluster",
            TaskDefinitionFamily = Family,
            StackName = "nova-sonic-ecs-stack",
            StackParameters = new Dictionary<string, string>(),
            ImageTag = "7",
            Percentages = [10, 50, 100],
            BakeSeconds = 300,
            PollSeconds = 15,
            Room = 2,
            Canary = true,
        };

    public static TestLambdaContext Context() => new();

    public static string Key(string path) => $"migrations/{Id}/{path}";

    /// <summary>Its files in memory, with the plan and the phase.</summary>
    public static InMemoryS3 Begun(MigrationPhase phase = MigrationPhase.Begun)
    {
        var s3 = new InMemoryS3();
        s3.Write(MigrationFile.Plan, Plan);
        s3.SetCurrent(phase);
        return s3;
    }

    public static void SetCurrent(
        this InMemoryS3 s3,
        MigrationPhase phase,
        string id = Id,
        string execution = Execution
    ) =>
        s3.Seed(
            $"{MigrationFolder.Root}{CurrentMigration.File.Name}",
            JsonSerializer.Serialize(new CurrentMigration(id, execution, phase), CurrentMigration.File.Shape)
        );

    public static CurrentMigration Current(this InMemoryS3 s3) =>
        JsonSerializer.Deserialize(
            s3.Text($"{MigrationFolder.Root}{CurrentMigration.File.Name}")!,
            CurrentMigration.File.Shape
        )!;

    public static void Write<T>(this InMemoryS3 s3, JsonFile<T> file, T value) =>
        s3.Seed(Key(file.Name), JsonSerializer.Serialize(value, file.Shape));

    public static T? Read<T>(this InMemoryS3 s3, JsonFile<T> file)
        where T : class => s3.Text(Key(file.Name)) is { } text ? JsonSerializer.Deserialize(text, file.Shape) : null;
}
