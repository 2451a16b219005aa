using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Intrinsics;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>What yields a value at run time: a path, a path into the context object, an intrinsic function, a literal.</summary>
public abstract record Expression
{
    /// <exception cref="StateFailedException">There is no such value.</exception>
    public abstract JsonNode? Evaluate(DataScope scope);

    /// <summary>Reads a path (<c>$</c>, <c>$$</c>) or an intrinsic function.</summary>
    /// <exception cref="FormatException">It is neither, or malformed.</exception>
    public static Expression Parse(string text) =>
        text.StartsWith("States.", StringComparison.Ordinal)
            ? IntrinsicParser.Parse(text)
            : PathExpression.ParsePath(text);
}

public sealed record LiteralExpression(JsonNode? Value) : Expression
{
    public override JsonNode? Evaluate(DataScope scope) => Value?.DeepClone();
}

/// <summary>A path into the data, or, written with <c>$$</c>, into the context object.</summary>
public sealed record PathExpression(string Text, JsonPath Path, bool IntoContext) : Expression
{
    /// <exception cref="FormatException">The text is not a path.</exception>
    public static PathExpression ParsePath(string text)
    {
        var intoContext = text.StartsWith("$$", StringComparison.Ordinal);
        return new PathExpression(text, JsonPath.Parse(intoContext ? text[1..] : text), intoContext);
    }

    public bool TryEvaluate(DataScope scope, out JsonNode? value) =>
        Path.TryRead(IntoContext ? scope.Context : scope.Data, out value);

    public override JsonNode? Evaluate(DataScope scope) =>
        TryEvaluate(scope, out var value) ? value : throw new PathNotFoundException(Text);
}
