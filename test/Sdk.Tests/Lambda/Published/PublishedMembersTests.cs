using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SonicBridge.Sdk.Tests.Lambda.Published;

/// <summary>
/// A stand-in may do less than the package, never differently. What the packages show of these types is in the lists
/// beside this file, each part under the source file that it comes from.
/// </summary>
public sealed class PublishedMembersTests
{
    public static TheoryData<string> Packages =>
        [
            "Amazon.Lambda.Annotations",
            "Amazon.Lambda.Core",
            "Amazon.Lambda.RuntimeSupport",
            "Amazon.Lambda.Serialization.SystemTextJson",
            "Amazon.Lambda.TestUtilities",
        ];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Whatever_a_stand_in_shows_the_package_shows_too(string package)
    {
        var lines = Types(package).SelectMany(PublicSurface.Lines).ToList();

        lines.ShouldNotBeEmpty();
        lines.Except(Published(package)).ShouldBeEmpty();
    }

    /// <summary>Who implements the stand-in of an interface implements the interface.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void Interface_asks_for_the_same_members(string package)
    {
        var published = Published(package).ToLookup(static line => line[..line.IndexOf(' ', StringComparison.Ordinal)]);

        foreach (var type in Types(package).Where(static type => type.TypeKind == TypeKind.Interface))
        {
            PublicSurface.Lines(type).ShouldBe(published[type.ToDisplayString()], ignoreOrder: true);
        }
    }

    [Fact]
    public void Invented_member_is_found()
    {
        var source = CSharpSyntaxTree.ParseText(
            "namespace A { public class B { public int C { get; private set; } } }",
            cancellationToken: TestContext.Current.CancellationToken
        );
        var invented = CSharpCompilation.Create("invented", [source], References()).Assembly;

        PublicSurface.Types(invented).SelectMany(PublicSurface.Lines).ShouldContain("A.B has public int C get");
    }

    private static IEnumerable<INamedTypeSymbol> Types(string package)
    {
        var references = References();
        var reference = references.Single(reference => Path.GetFileNameWithoutExtension(reference.FilePath) == package);
        var compilation = CSharpCompilation.Create("reader", references: references);
        return PublicSurface.Types((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!);
    }

    private static IReadOnlyList<PortableExecutableReference> References() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(static path => MetadataReference.CreateFromFile(path)),
        ];

    private static HashSet<string> Published(string package, [CallerFilePath] string here = "") =>
        [
            .. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, $"{package}.txt"))
                .Where(static line => line[0] is not ('#' or ';')),
        ];
}
