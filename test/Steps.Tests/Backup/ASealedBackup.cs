using Microsoft.Extensions.Time.Testing;
using SonicBridge.Steps.Backup;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Backup;

/// <summary>A whole backup, made by the functions themselves.</summary>
internal static class ASealedBackup
{
    public static DateTimeOffset Time { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static async Task WriteAsync(InMemoryS3 s3)
    {
        using var ecs = new InMemoryTaskDefinitions();
        using var lambda = InMemoryLambda.Deployed();
        await ecs.FargateAsync("old:1");
        await WriteAsync(s3, ecs, lambda);
    }

    public static async Task WriteAsync(InMemoryS3 s3, InMemoryTaskDefinitions ecs, InMemoryLambda lambda)
    {
        await new BackupTaskDefinitionsFunction(s3, ecs).BackupTaskDefinitions(
            TheMigration.Request,
            TheMigration.Context()
        );
        await new BackupLambdaFunction(s3, lambda, lambda.Http()).BackupLambda(
            TheMigration.Request,
            TheMigration.Context()
        );
        await SealAsync(s3);
    }

    public static Task SealAsync(InMemoryS3 s3) =>
        new SealBackupFunction(s3, new FakeTimeProvider(Time)).SealBackup(TheMigration.Request, TheMigration.Context());
}
