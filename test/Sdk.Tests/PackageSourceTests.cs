using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace SonicBridge.Sdk.Tests;

/// <summary>AwsPackages says where the packages come from: sdk/, or the registry.</summary>
public sealed class PackageSourceTests
{
    [Theory]
    [InlineData("src/Steps")]
    [InlineData("bridge")]
    public async Task Registry_gives_what_the_stand_ins_give_and_no_stand_in(string product)
    {
        var real = await ReferencesAsync(product, "nuget");
        var standIns = await ReferencesAsync(product, "stand-ins");

        real.Projects.Where(IsStandIn).ShouldBeEmpty();
        standIns
            .Projects.Where(IsStandIn)
            .Select(static path => Path.GetFileNameWithoutExtension(path))
            // The published package of the annotations carries the generator.
            .Except(["Amazon.Lambda.Annotations.SourceGenerator"])
            .ShouldBe(real.Packages.Except(standIns.Packages), ignoreOrder: true);
    }

    private static bool IsStandIn(string path) => path.StartsWith($"{Root()}/sdk/", StringComparison.Ordinal);

    private static async Task<(List<string> Packages, List<string> Projects)> ReferencesAsync(
        string product,
        string source
    )
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "msbuild",
                    Path.Combine(Root(), product),
                    $"-p:AwsPackages={source}",
                    "-getItem:PackageReference,ProjectReference",
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output);
        var items = JsonNode.Parse(output)!["Items"]!;
        return (Values(items, "PackageReference", "Identity"), Values(items, "ProjectReference", "FullPath"));
    }

    private static List<string> Values(JsonNode items, string kind, string name) =>
        [.. items[kind]!.AsArray().Select(item => item![name]!.GetValue<string>().Replace('\\', '/'))];

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
