using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>Reads a <see cref="LambdaFunction"/> from a method's symbol.</summary>
internal static class FunctionReader
{
    private const string ContextType = "Amazon.Lambda.Core.ILambdaContext";
    private const string SerializerAttribute = "Amazon.Lambda.Core.LambdaSerializerAttribute";
    private const string FromServices = "Amazon.Lambda.Annotations.FromServicesAttribute";

    private const string EventAndContext = nameof(ParameterKind.Event) + nameof(ParameterKind.Context);

    public static LambdaFunction Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var method = (IMethodSymbol)context.TargetSymbol;
        var serializer = Serializer(method) ?? Serializer(method.ContainingAssembly);
        var function = new LambdaFunction(
            method.ContainingNamespace.ToDisplayString(),
            method.ContainingType.Name,
            method.Name,
            serializer,
            method.ReturnType.ToDisplayString(),
            new([.. method.Parameters.Select(Read)]),
            SourceLocation.Of(method),
            default
        );
        return function with { Findings = new([.. Check(function, method, context.Attributes[0])]) };
    }

    private static FunctionParameter Read(IParameterSymbol parameter)
    {
        var type = parameter.Type.ToDisplayString();
        var kind =
            type == ContextType ? ParameterKind.Context
            : HasAttribute(parameter, FromServices) ? ParameterKind.Service
            : ParameterKind.Event;
        return new FunctionParameter(parameter.Name, type, kind);
    }

    private static IEnumerable<Finding> Check(LambdaFunction function, IMethodSymbol method, AttributeData attribute)
    {
        if (function.Serializer is null)
        {
            yield return Finding.Of(Diagnostics.MissingSerializer, function.Place, method.Name);
        }

        var name = attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "ResourceName").Value;
        if (name.Value is string resource && (resource.Length == 0 || !resource.All(IsLetterOrDigit)))
        {
            yield return Finding.Of(Diagnostics.InvalidResourceName, function.Place, resource);
        }

        if (Complaint(function, method) is { } complaint)
        {
            yield return Finding.Of(Diagnostics.InvalidSignature, function.Place, method.Name, complaint);
        }
    }

    private static string? Complaint(LambdaFunction function, IMethodSymbol method)
    {
        var kinds = string.Concat(function.Invocation.Select(static parameter => parameter.Kind));
        return method switch
        {
            { IsStatic: true } => "it is static",
            { ContainingType: { ContainingType: not null } or { IsGenericType: true } } =>
                "its class must be neither nested nor generic",
            { ReturnType: var type } when !IsTask(type) => "it must return a Task",
            _ when kinds is not ("" or nameof(ParameterKind.Event) or EventAndContext) =>
                "it may take an event, and after that an ILambdaContext",
            _ => null,
        };
    }

    private static bool IsTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" }
        && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    private static bool IsLetterOrDigit(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool HasAttribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    private static string? Serializer(ISymbol symbol) =>
        symbol
            .GetAttributes()
            .Where(static attribute => attribute.AttributeClass?.ToDisplayString() == SerializerAttribute)
            .Select(static attribute => (attribute.ConstructorArguments[0].Value as ITypeSymbol)?.ToDisplayString())
            .FirstOrDefault();
}
