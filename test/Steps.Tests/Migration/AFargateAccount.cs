using Amazon.Lambda.TestUtilities;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Shift;
using SonicBridge.Steps.Tests.Backup;
using SonicBridge.Steps.Tests.Call;
using SonicBridge.Steps.Tests.Deploy;
using SonicBridge.Steps.Tests.Flows;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Migration;

/// <summary>
/// An account with the Fargate deployment, as a preflight finds it before anything was migrated: a function, a family, a
/// flow and a module that invoke it, and the new image.
/// </summary>
internal sealed class AFargateAccount : IDisposable
{
    public const string Bucket = "backups";
    public const string Execution = "arn:aws:states:us-east-1:111122223333:execution:nova-sonic-migrate:m-1";

    private readonly AccountSurvey _survey;

    private AFargateAccount()
    {
        _survey = new AccountSurvey(Lambda, TaskDefinitions, Connect, Images, Stacks, Parameters, AFlowMigration.Functions);
        Connect.Add("f-1", AFlowMigration.OldFlow());
        Connect.Add("f-2", new AContactFlow().StartingAt("bye").Ending().Json());
        Connect.Add("m-1", AFlowMigration.OldFlow(), type: null);
    }

    public static MigrationDefaults Defaults { get; } =
        new(FakeConnect.InstanceId, "7", TheMigration.Function, TheMigration.Family);

    public static MigrationPlan Plan { get; } = TheMigration.Plan with { ConnectInstanceId = FakeConnect.InstanceId };

    private static StackParameters Parameters { get; } =
        new(
            FakeImages.Uri,
            "arn:aws:kms:us-east-1:111122223333:key/k",
            "nova-sonic-ecs-cluster",
            "nova-sonic-provider",
            "ARM64"
        );

    public InMemoryS3 S3 { get; } = new();

    public FakeStepFunctions StepFunctions { get; } = new();

    public InMemoryLambda Lambda { get; } = InMemoryLambda.Deployed();

    public InMemoryTaskDefinitions TaskDefinitions { get; } = new();

    public FakeConnect Connect { get; } = new();

    public FakeImages Images { get; } = new();

    public FakeCloudFormation Stacks { get; } = new();

    public static async Task<AFargateAccount> DeployedAsync()
    {
        var account = new AFargateAccount();
        await account.TaskDefinitions.FargateAsync("bridge:1");
        await account.TaskDefinitions.FargateAsync("bridge:2");
        return account;
    }

    /// <summary>Looks, as the preflight does.</summary>
    public Task<FoundAccount> LookAsync(MigrationPlan? plan = null) =>
        _survey.LookAsync(plan ?? Plan, new MigrationStore(S3, new MigrationFolder(Bucket, "m-1")));

    /// <summary>What would stop a migration.</summary>
    public async Task<string> ProblemAsync() => (await LookAsync()).Problems.ShouldHaveSingleItem();

    public Task<PreflightAnswer> PreflightAsync(
        string input = "{}",
        string purpose = "migrate",
        string execution = Execution
    ) =>
        new PreflightMigrationFunction(S3, StepFunctions, _survey, Defaults, Bucket).PreflightMigration(
            new PreflightRequest(purpose, System.Text.Json.JsonElement.Parse(input), execution),
            new TestLambdaContext()
        );

    /// <summary>Backs up and seals what is live, in the folder of migration m-1.</summary>
    public async Task BackUpAsync()
    {
        var (request, context) = (new StepRequest(AFlowMigration.Folder), new TestLambdaContext());
        await new BackupFlowsFunction(S3, Connect, AFlowMigration.Functions).BackupFlows(request, context);
        await new BackupTaskDefinitionsFunction(S3, TaskDefinitions).BackupTaskDefinitions(request, context);
        await new BackupLambdaFunction(S3, Lambda, Lambda.Http()).BackupLambda(request, context);
        await new SealBackupFunction(S3, TimeProvider.System).SealBackup(request, context);
    }

    /// <summary>Leads a share of the callers the new way, as the migration's step does.</summary>
    public Task ShiftAsync(int percentage) =>
        new ShiftFlowsFunction(S3, Connect, AFlowMigration.Functions, TimeProvider.System).ShiftFlows(
            new ShiftRequest(AFlowMigration.Folder, percentage),
            new TestLambdaContext()
        );

    public void Dispose()
    {
        S3.Dispose();
        StepFunctions.Dispose();
        Lambda.Dispose();
        TaskDefinitions.Dispose();
        Connect.Dispose();
        Images.Dispose();
        Stacks.Dispose();
    }
}
