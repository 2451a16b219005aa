using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What is wrong with the functions, under the published generator's own identifiers.</summary>
internal static class Diagnostics
{
    private const string Category = "AWSLambdaCSharpGenerator";

    public static readonly DiagnosticDescriptor MultipleStartups = Error(
        "AWSLambda0101",
        "Multiple LambdaStartup classes not allowed",
        "There is more than one class with the attribute LambdaStartup: '{0}' is one too many"
    );

    public static readonly DiagnosticDescriptor MissingDependency = Error(
        "AWSLambda0104",
        "Missing reference to a required dependency",
        "The project does not reference {0}, which its functions need: add a reference to that package"
    );

    public static readonly DiagnosticDescriptor InvalidResourceName = Error(
        "AWSLambda0106",
        "Invalid CloudFormation resource name",
        "The resource name '{0}' is not one of CloudFormation: it may hold letters and digits only"
    );

    public static readonly DiagnosticDescriptor GenerationFailed = Error(
        "AWSLambda0107",
        "Failed code generation",
        "{0}"
    );

    public static readonly DiagnosticDescriptor MissingSerializer = Error(
        "AWSLambda0108",
        "Missing LambdaSerializer",
        "'{0}' has no serializer: add [assembly: LambdaSerializer(typeof(...))] to the project"
    );

    public static readonly DiagnosticDescriptor NotExecutable = Error(
        "AWSLambda0111",
        "Output type is not an executable",
        "GenerateMain is set, but the project builds a library: set its OutputType to exe"
    );

    public static readonly DiagnosticDescriptor InvalidRuntime = Error(
        "AWSLambda0112",
        "Invalid runtime selection",
        "The runtime '{0}' is none of provided.al2, provided.al2023, dotnet8, dotnet10"
    );

    public static readonly DiagnosticDescriptor NoFunctions = Error(
        "AWSLambda0113",
        "Executable without functions",
        "GenerateMain is set, but no method has the attribute LambdaFunction"
    );

    public static readonly DiagnosticDescriptor MainExists = Error(
        "AWSLambda0114",
        "Main exists",
        "GenerateMain is set, but the project has a Main of its own: remove one of the two"
    );

    public static readonly DiagnosticDescriptor InvalidSignature = Error(
        "AWSLambda0117",
        "Invalid Lambda method signature",
        "'{0}' cannot be a Lambda function: {1}"
    );

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
