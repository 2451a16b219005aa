namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>A method with the attribute LambdaFunction.</summary>
/// <param name="Serializer">The full name of the method's serializer, or of the assembly's; null without one.</param>
/// <param name="ReturnType">As written in the source: a Task, or a Task of something.</param>
internal sealed record LambdaFunction(
    string Namespace,
    string TypeName,
    string MethodName,
    string? Serializer,
    string ReturnType,
    EquatableArray<FunctionParameter> Parameters,
    SourceLocation? Place,
    EquatableArray<Finding> Findings
)
{
    /// <summary>What the source of the generated class is called, and the class itself.</summary>
    public string GeneratedName => $"{TypeName}_{MethodName}_Generated";

    public bool HasAnswer => ReturnType != "System.Threading.Tasks.Task";

    /// <summary>The parameters that come with an invocation, which are all but services.</summary>
    public IEnumerable<FunctionParameter> Invocation =>
        Parameters.Where(static parameter => parameter.Kind != ParameterKind.Service);
}

/// <param name="Type">As written in the source.</param>
internal sealed record FunctionParameter(string Name, string Type, ParameterKind Kind)
{
    /// <summary>The name it goes by in the generated method, which must not collide with a name of its own.</summary>
    public string GeneratedName =>
        Kind switch
        {
            ParameterKind.Context => "__context__",
            ParameterKind.Event => $"__{Name}__",
            _ => Name,
        };
}

internal enum ParameterKind
{
    Event,
    Context,
    Service,
}
