using Amazon.Lambda.Annotations.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace SonicBridge.Sdk.Tests.Lambda.Annotations;

/// <summary>A project of functions, as the compiler sees it with the generator at work.</summary>
internal sealed class AProject
{
    private const string Usings = """
        global using System;
        global using System.IO;
        global using System.Collections.Generic;
        global using System.Threading.Tasks;
        global using Amazon.Lambda.Annotations;
        global using Amazon.Lambda.Core;

        """;

    // Some bytes in, the same bytes out: what a serializer is needed for here.
    private const string Serializer = """
        public class Copy : ILambdaSerializer
        {
            public T Deserialize<T>(Stream requestStream) => (T)(object)new StreamReader(requestStream).ReadToEnd();
            public void Serialize<T>(T response, Stream responseStream)
            {
                var writer = new StreamWriter(responseStream);
                writer.Write(response);
                writer.Flush();
            }
        }

        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("SonicBridge", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly List<string> sources = [];
    private string attributes = "[assembly: LambdaSerializer(typeof(Copy))]\n";
    private OutputKind kind = OutputKind.ConsoleApplication;
    private string[] missing = [];

    public AProject With(string source)
    {
        sources.Add(source);
        return this;
    }

    public AProject WithoutSerializer()
    {
        attributes = "";
        return this;
    }

    public AProject WithMain(string properties = "GenerateMain = true")
    {
        attributes += $"[assembly: LambdaGlobalProperties({properties})]\n";
        return this;
    }

    public AProject AsLibrary()
    {
        kind = OutputKind.DynamicallyLinkedLibrary;
        return this;
    }

    public AProject WithoutReferenceTo(params string[] assemblies)
    {
        missing = assemblies;
        return this;
    }

    public CSharpCompilation Compilation() =>
        CSharpCompilation.Create(
            "Shop",
            sources
                .Prepend(Usings + attributes + Serializer)
                .Select(static source => CSharpSyntaxTree.ParseText(source)),
            References.Where(reference => !missing.Contains(Path.GetFileNameWithoutExtension(reference.Display))),
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable)
        );

    /// <summary>What the generator found wrong.</summary>
    public IReadOnlyList<Diagnostic> Findings()
    {
        var result = CSharpGeneratorDriver.Create(new Generator()).RunGenerators(Compilation()).GetRunResult();
        result.Results.ShouldHaveSingleItem().Exception.ShouldBeNull();
        if (result.Diagnostics.Length > 0)
        {
            result.GeneratedTrees.ShouldBeEmpty();
        }

        return result.Diagnostics;
    }

    /// <summary>The compiled project; the compiler has nothing to say against it, not even a warning.</summary>
    public byte[] Emit()
    {
        CSharpGeneratorDriver
            .Create(new Generator())
            .RunGeneratorsAndUpdateCompilation(Compilation(), out var compilation, out var findings);
        findings.ShouldBeEmpty();
        using var image = new MemoryStream();
        var result = compilation.Emit(
            image,
            options: new EmitOptions(),
            cancellationToken: TestContext.Current.CancellationToken
        );
        result.Diagnostics.Where(static finding => finding.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        return image.ToArray();
    }
}
