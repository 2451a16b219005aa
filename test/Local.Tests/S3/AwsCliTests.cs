using System.Security.Cryptography;
using SonicBridge.Local.S3;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.S3;

/// <summary>The <c>aws</c> command line against the local S3, where it is installed.</summary>
public sealed class AwsCliTests
{
    [Fact]
    public async Task Files_are_copied_listed_and_removed()
    {
        var store = new S3Store(TimeProvider.System);
        await using var door = await ADoor.With(new S3Service(store, TimeProvider.System));
        var folder = Directory.CreateTempSubdirectory("sonicbridge-");
        try
        {
            // Over 8 MB the CLI uploads in parts and downloads by ranges.
            var content = RandomNumberGenerator.GetBytes(9 << 20);
            var file = Path.Combine(folder.FullName, "mix.wav");
            await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);

            await AwsCli.RunAsync(door, "s3", "mb", "s3://calls");
            await AwsCli.RunAsync(door, "s3", "cp", file, "s3://calls/calls/1/mix.wav");
            await AwsCli.RunAsync(door, "s3", "cp", "s3://calls/calls/1/mix.wav", file + ".back");
            var list = await AwsCli.RunAsync(door, "s3", "ls", "s3://calls/calls/", "--recursive", "--summarize");
            var buckets = await AwsCli.RunAsync(door, "s3", "ls");
            await AwsCli.RunAsync(door, "s3", "rm", "s3://calls/calls/", "--recursive");

            (await File.ReadAllBytesAsync(file + ".back", TestContext.Current.CancellationToken)).ShouldBe(content);
            list.ShouldContain("calls/1/mix.wav");
            list.ShouldContain($"Total Size: {content.Length}");
            buckets.ShouldContain("calls");
            store.Bucket("calls")!.IsEmpty.ShouldBeTrue();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
