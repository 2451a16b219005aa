using System.Collections.Immutable;
using System.Text;
using Amazon.Lambda.Annotations.SourceGenerator.Model;
using Amazon.Lambda.Annotations.SourceGenerator.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Writes a class for each method with the attribute LambdaFunction, and the Main that picks one of them.</summary>
[Generator]
public sealed class Generator : IIncrementalGenerator
{
    private static readonly ImmutableArray<string> Runtimes =
    [
        "provided.al2",
        "provided.al2023",
        "dotnet8",
        "dotnet10",
    ];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var functions = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                "Amazon.Lambda.Annotations.LambdaFunctionAttribute",
                static (_, _) => true,
                FunctionReader.Read
            )
            .Collect();
        var startups = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                "Amazon.Lambda.Annotations.LambdaStartupAttribute",
                static (_, _) => true,
                Startup.Read
            )
            .Collect();
        var assembly = context.CompilationProvider.Select(Assembly.Read);
        context.RegisterSourceOutput(
            functions.Combine(startups).Combine(assembly),
            static (output, model) => Write(output, model.Left.Left, model.Left.Right, model.Right)
        );
    }

    private static void Write(
        SourceProductionContext output,
        ImmutableArray<LambdaFunction> functions,
        ImmutableArray<Startup> startups,
        Assembly assembly
    )
    {
        var findings = Check(functions, startups, assembly).ToList();
        findings.ForEach(finding => output.ReportDiagnostic(finding.ToDiagnostic()));
        if (findings.Count > 0)
        {
            return;
        }

        var startup = startups.FirstOrDefault(static startup => startup.HasConfigureServices);
        foreach (var function in functions)
        {
            var source = FunctionSource.Write(function, startup, assembly.AnnotationsVersion);
            Add(output, $"{function.GeneratedName}.g.cs", source);
        }

        if (assembly.GeneratesMain)
        {
            Add(output, "Program.g.cs", ProgramSource.Write(functions));
        }
    }

    private static IEnumerable<Finding> Check(
        ImmutableArray<LambdaFunction> functions,
        ImmutableArray<Startup> startups,
        Assembly assembly
    )
    {
        foreach (var startup in startups.Skip(1))
        {
            yield return Finding.Of(Diagnostics.MultipleStartups, startup.Place, startup.Type);
        }

        foreach (var finding in functions.SelectMany(static function => function.Findings))
        {
            yield return finding;
        }

        if (assembly.Runtime is { } runtime && !Runtimes.Contains(runtime))
        {
            yield return Finding.Of(Diagnostics.InvalidRuntime, null, runtime);
        }

        if (startups.Any(static startup => startup.HasConfigureServices) && !assembly.ReferencesDependencyInjection)
        {
            yield return Finding.Of(
                Diagnostics.MissingDependency,
                startups[0].Place,
                "Microsoft.Extensions.DependencyInjection"
            );
        }

        if (assembly.GeneratesMain)
        {
            foreach (var finding in CheckMain(functions, assembly))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> CheckMain(ImmutableArray<LambdaFunction> functions, Assembly assembly)
    {
        if (!assembly.IsExecutable)
        {
            yield return Finding.Of(Diagnostics.NotExecutable, null);
        }

        if (!assembly.ReferencesRuntimeSupport)
        {
            yield return Finding.Of(Diagnostics.MissingDependency, null, "Amazon.Lambda.RuntimeSupport");
        }

        if (assembly.HasMain)
        {
            yield return Finding.Of(Diagnostics.MainExists, null);
        }

        if (functions.IsEmpty)
        {
            yield return Finding.Of(Diagnostics.NoFunctions, null);
        }

        foreach (var twin in functions.GroupBy(static f => f.MethodName).SelectMany(static group => group.Skip(1)))
        {
            yield return Finding.Of(
                Diagnostics.GenerationFailed,
                twin.Place,
                $"There is another function '{twin.MethodName}': ANNOTATIONS_HANDLER tells functions apart by the name "
                    + "of their method alone, so rename one of them"
            );
        }
    }

    private static void Add(SourceProductionContext output, string name, string source) =>
        output.AddSource(name, SourceText.From(source, Encoding.UTF8));
}
