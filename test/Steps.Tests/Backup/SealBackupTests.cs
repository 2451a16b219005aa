using System.Security.Cryptography;
using System.Text;
using Amazon.S3.Model;
using SonicBridge.Steps.Migration;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Backup;

public sealed class SealBackupTests : IDisposable
{
    private readonly InMemoryS3 _s3 = TheMigration.Begun();

    public void Dispose() => _s3.Dispose();

    private async Task DeleteAsync(string path) =>
        await _s3.DeleteObjectAsync(
            new DeleteObjectRequest { BucketName = TheMigration.Bucket, Key = TheMigration.Key(path) },
            TestContext.Current.CancellationToken
        );

    [Fact]
    public async Task The_manifest_names_every_file_with_its_digest_and_is_written_last()
    {
        await ASealedBackup.WriteAsync(_s3);

        var manifest = _s3.Read(MigrationFile.Manifest)!;
        manifest.SealedAt.ShouldBe(ASealedBackup.Time);
        manifest
            .Files.Select(file => file.Path)
            .ShouldBe([
                "backup/function/aliases.json",
                "backup/function/code.zip",
                "backup/function/concurrency.json",
                "backup/function/event-sources.json",
                "backup/function/function.json",
                "backup/function/versions.json",
                "backup/task-definitions/family.json",
                "backup/task-definitions/nova-sonic-bridge-1.json",
            ]);
        foreach (var file in manifest.Files)
        {
            var content = Encoding.UTF8.GetBytes(_s3.Text(TheMigration.Key(file.Path))!);
            file.Bytes.ShouldBe(content.Length);
            file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        }

        var puts = _s3.Calls.Where(call => call.Operation == "PutObject").Select(call => call.Key).ToList();
        puts[^2..].ShouldBe([TheMigration.Key("manifest.json"), "migrations/current.json"]);
        _s3.Current().ShouldBe(new CurrentMigration(TheMigration.Id, TheMigration.Execution, MigrationPhase.Sealed));
    }

    [Theory]
    [InlineData("backup/task-definitions/family.json")]
    [InlineData("backup/task-definitions/nova-sonic-bridge-1.json")]
    [InlineData("backup/function/code.zip")]
    [InlineData("backup/function/function.json")]
    public async Task A_backup_that_lacks_a_part_is_not_sealed(string path)
    {
        await ASealedBackup.WriteAsync(_s3);
        await DeleteAsync(MigrationFile.Manifest.Name);
        _s3.SetCurrent(MigrationPhase.Begun);
        await DeleteAsync(path);

        (await Should.ThrowAsync<MigrationRefused>(() => ASealedBackup.SealAsync(_s3))).Message.ShouldContain(path);

        _s3.Read(MigrationFile.Manifest).ShouldBeNull();
        _s3.Current().Phase.ShouldBe(MigrationPhase.Begun);
    }

    [Fact]
    public async Task What_is_sealed_stays_sealed_as_it_is()
    {
        await ASealedBackup.WriteAsync(_s3);
        var manifest = _s3.Text(TheMigration.Key(MigrationFile.Manifest.Name));
        _s3.Seed(TheMigration.Key("backup/function/code.zip"), "changed");

        await ASealedBackup.SealAsync(_s3);

        _s3.Text(TheMigration.Key(MigrationFile.Manifest.Name)).ShouldBe(manifest);
    }

    [Fact]
    public async Task A_backup_without_a_migration_leaves_the_current_one_alone()
    {
        _s3.SetCurrent(MigrationPhase.Migrated, "another");

        await ASealedBackup.WriteAsync(_s3);

        _s3.Read(MigrationFile.Manifest).ShouldNotBeNull();
        _s3.Current().ShouldBe(new CurrentMigration("another", TheMigration.Execution, MigrationPhase.Migrated));
    }

    [Fact]
    public async Task Somebody_who_claims_the_migration_in_between_is_not_overwritten()
    {
        _s3.Before = call =>
        {
            if (call.Operation == "PutObject" && call.Key == "migrations/current.json")
            {
                _s3.SetCurrent(MigrationPhase.Begun, execution: TheMigration.Rollback);
            }
        };

        await Should.ThrowAsync<InvalidOperationException>(() => ASealedBackup.WriteAsync(_s3));

        _s3.Current().Execution.ShouldBe(TheMigration.Rollback);
    }
}
