using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>
/// A JSONPath as Step Functions reads it: children, indexes, unions, slices, wildcards, descent and filters. Functions
/// such as <c>length()</c> are refused: the intrinsic functions serve their purpose.
/// </summary>
public sealed class JsonPath
{
    private readonly IReadOnlyList<PathStep> _steps;
    private readonly int _definiteSteps;

    internal JsonPath(string text, IReadOnlyList<PathStep> steps)
    {
        Text = text;
        _steps = steps;
        _definiteSteps = steps.TakeWhile(static step => step.IsDefinite).Count();
    }

    public string Text { get; }

    /// <summary>Whether the path names one place at most; any other yields an array.</summary>
    public bool IsDefinite => _definiteSteps == _steps.Count;

    /// <exception cref="FormatException">The path is malformed, or uses what is not supported; the message says which.</exception>
    public static JsonPath Parse(string text) => JsonPathParser.Parse(text);

    /// <summary>Whether the path can be read as a place to write to: names and single indexes only.</summary>
    public bool IsReference => _steps.All(static step => step is ChildStep or IndexStep { Index: >= 0 });

    internal IReadOnlyList<PathStep> Steps => _steps;

    /// <summary>Reads what the path points to, as a copy.</summary>
    /// <returns>False when a definite path, or the definite beginning of another, leads nowhere.</returns>
    public bool TryRead(JsonNode? root, out JsonNode? value)
    {
        value = null;
        IEnumerable<JsonNode?> found = [root];
        for (var i = 0; i < _steps.Count; i++)
        {
            var step = _steps[i];
            var next = found.SelectMany(node => step.Select(node, root)).ToList();
            if (i < _definiteSteps && next.Count == 0)
            {
                return false;
            }

            found = next;
        }

        value = IsDefinite ? found.Single()?.DeepClone() : new JsonArray([.. found.Select(node => node?.DeepClone())]);
        return true;
    }

    /// <summary>The matches themselves, not copied, for filters.</summary>
    internal IEnumerable<JsonNode?> Matches(JsonNode? root, JsonNode? start) =>
        _steps.Aggregate<PathStep, IEnumerable<JsonNode?>>(
            [start],
            (nodes, step) => nodes.SelectMany(node => step.Select(node, root))
        );

    public override string ToString() => Text;
}
