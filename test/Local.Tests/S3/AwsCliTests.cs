using System.Diagnostics;
using System.Security.Cryptography;
using SonicBridge.Local.FrontDoor;
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

            await Aws(door, "s3", "mb", "s3://calls");
            await Aws(door, "s3", "cp", file, "s3://calls/calls/1/mix.wav");
            await Aws(door, "s3", "cp", "s3://calls/calls/1/mix.wav", file + ".back");
            var list = await Aws(door, "s3", "ls", "s3://calls/calls/", "--recursive", "--summarize");
            var buckets = await Aws(door, "s3", "ls");
            await Aws(door, "s3", "rm", "s3://calls/calls/", "--recursive");

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

    private static async Task<string> Aws(AwsFrontDoor door, params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", [.. arguments, "--endpoint-url", door.Http.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in door.ProductEnvironment)
        {
            start.Environment[name] = value;
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("The aws CLI is not installed: see https://aws.amazon.com/cli.");
            throw;
        }

        using (process)
        {
            var cancellationToken = TestContext.Current.CancellationToken;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            process.ExitCode.ShouldBe(0, $"aws {string.Join(' ', arguments)}: {await errors}");
            return await output;
        }
    }
}
