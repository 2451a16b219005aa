using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>A class with the attribute LambdaStartup.</summary>
/// <param name="Type">Its full name.</param>
/// <param name="HasConfigureServices">Whether it registers services; without that it counts for nothing.</param>
internal sealed record Startup(string Type, bool HasConfigureServices, SourceLocation? Place)
{
    private const string Collection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    public static Startup Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var configures = type.GetMembers("ConfigureServices")
            .OfType<IMethodSymbol>()
            .Any(static method =>
                method.Parameters.Length == 1 && method.Parameters[0].Type.ToDisplayString() == Collection
            );
        return new Startup(type.ToDisplayString(), configures, SourceLocation.Of(type));
    }
}
