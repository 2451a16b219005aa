using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>What the generator asks of the assembly as a whole.</summary>
/// <param name="GeneratesMain">LambdaGlobalProperties asks for a Main.</param>
/// <param name="Runtime">As LambdaGlobalProperties has it, or null.</param>
/// <param name="AnnotationsVersion">The version of the referenced Annotations assembly.</param>
/// <param name="HasMain">A static method Main without or with one parameter exists.</param>
internal sealed record Assembly(
    bool GeneratesMain,
    string? Runtime,
    string AnnotationsVersion,
    bool IsExecutable,
    bool HasMain,
    bool ReferencesRuntimeSupport,
    bool ReferencesDependencyInjection
)
{
    private const string GlobalProperties = "Amazon.Lambda.Annotations.LambdaGlobalPropertiesAttribute";

    public static Assembly Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var references = compilation.ReferencedAssemblyNames.ToLookup(static assembly => assembly.Name);
        var properties = compilation
            .Assembly.GetAttributes()
            .FirstOrDefault(static attribute => attribute.AttributeClass?.ToDisplayString() == GlobalProperties)
            ?.NamedArguments.ToDictionary(static pair => pair.Key, static pair => pair.Value.Value);
        return new Assembly(
            properties?.TryGetValue("GenerateMain", out var main) == true && main is true,
            properties?.TryGetValue("Runtime", out var runtime) == true ? runtime as string : null,
            references["Amazon.Lambda.Annotations"]
                .Select(static assembly => assembly.Version.ToString())
                .FirstOrDefault()
                ?? "",
            compilation.Options.OutputKind == OutputKind.ConsoleApplication,
            compilation
                .GetSymbolsWithName("Main", SymbolFilter.Member, cancellationToken)
                .Any(static symbol => symbol is IMethodSymbol { IsStatic: true, Parameters.Length: <= 1 }),
            references.Contains("Amazon.Lambda.RuntimeSupport"),
            references.Contains("Microsoft.Extensions.DependencyInjection")
        );
    }
}
