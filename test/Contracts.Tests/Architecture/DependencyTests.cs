using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace SonicBridge.Contracts.Tests.Architecture;

/// <summary>Dependencies point one way: Contracts, then Lambdas and bridge, then local and the tests.</summary>
public sealed class DependencyTests
{
    [Theory]
    [InlineData("src/Contracts/SonicBridge.Contracts.csproj")]
    [InlineData("src/Steps/SonicBridge.Steps.csproj", "SonicBridge.Contracts")]
    [InlineData("bridge/SonicBridge.Bridge.csproj", "SonicBridge.Contracts")]
    public void A_product_project_references_no_project_but_these(string project, params string[] allowed) =>
        ProjectReferences(project).Except(allowed).ShouldBeEmpty();

    [Fact]
    public void No_stand_in_knows_the_product() =>
        Directory
            .EnumerateFiles(Path.Combine(Root(), "sdk"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(ProjectReferences)
            .ShouldAllBe(reference => !reference.StartsWith("SonicBridge.", StringComparison.Ordinal));

    private static IEnumerable<string> ProjectReferences(string project) =>
        XDocument
            .Load(Path.Combine(Root(), project))
            .Descendants("ProjectReference")
            .Select(reference =>
                Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
            );

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
