using System.Text.Json;
using Amazon.Lambda.TestUtilities;
using SonicBridge.Contracts;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Shift;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Flows;

/// <summary>A migration's folder with its plan, an Amazon Connect instance, and the steps that concern its flows.</summary>
internal sealed class AFlowMigration : IDisposable
{
    public const string Folder = "s3://backups/migrations/m-1/";
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _time = new(Now);

    public AFlowMigration() => S3.Seed(Key("plan.json"), JsonSerializer.Serialize(Plan, MigrationFile.Plan.Shape));

    public static MigrationPlan Plan { get; } =
        new()
        {
            DryRun = false,
            ConnectInstanceId = FakeConnect.InstanceId,
            FunctionName = "invoke-fargate-task",
            FargateClusterName = "nova-sonic-cluster",
            TaskDefinitionFamily = "nova-sonic-bridge",
            StackName = "nova-sonic-ecs-stack",
            StackParameters = new Dictionary<string, string>(),
            ImageTag = "1",
            Percentages = [10, 100],
            BakeSeconds = 0,
            PollSeconds = 1,
            Room = 2,
            Canary = true,
        };

    public static NewFunctions Functions { get; } =
        new(AContactFlow.StartArn, AContactFlow.NextArn, AContactFlow.QueueArn);

    public InMemoryS3 S3 { get; } = new();

    public FakeConnect Connect { get; } = new();

    public static string Key(string file) => $"migrations/m-1/{file}";

    /// <summary>A flow that invokes the old function.</summary>
    public static string OldFlow(string greeting = "first") =>
        new AContactFlow().StartingAt(greeting).Saying(greeting, "call").Invoking("call", "bye", "bye").Ending().Json();

    public T? Read<T>(JsonFile<T> file)
        where T : class => S3.Text(Key(file.Name)) is { } text ? JsonSerializer.Deserialize(text, file.Shape) : null;

    public Task<StepDone> BackUp() =>
        new BackupFlowsFunction(S3, Connect, Functions).BackupFlows(new StepRequest(Folder), new TestLambdaContext());

    public Task<ShiftDone> Shift(int? percentage) =>
        new ShiftFlowsFunction(S3, Connect, Functions, _time).ShiftFlows(
            new ShiftRequest(Folder, percentage),
            new TestLambdaContext()
        );

    public Task<StepDone> Restore() =>
        new RestoreFlowsFunction(S3, Connect).RestoreFlows(new StepRequest(Folder), new TestLambdaContext());

    public Task<IReadOnlyList<string>> S3ListAsync(string below) => Store.ListAsync(below);

    public Task S3DeleteAsync(string path) => Store.DeleteAsync(path);

    private MigrationStore Store => new(S3, MigrationFolder.Parse(Folder));

    public void Dispose()
    {
        S3.Dispose();
        Connect.Dispose();
    }
}
