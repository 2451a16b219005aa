using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary><c>Parameters</c>, <c>ResultSelector</c> or <c>ItemSelector</c>: JSON in which members named <c>….$</c> are computed.</summary>
public sealed class PayloadTemplate
{
    private readonly JsonNode? _template;
    private readonly Dictionary<string, Expression> _expressions = new(StringComparer.Ordinal);

    private PayloadTemplate(JsonNode? template) => _template = template;

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">A computed member is not a string with a path or an intrinsic function.</exception>
    public static PayloadTemplate Parse(JsonNode? template)
    {
        var parsed = new PayloadTemplate(template);
        parsed.Compile(template);
        return parsed;
    }

    /// <summary>The member names on top, without the <c>.$</c> of computed ones.</summary>
    public IEnumerable<string> Names =>
        _template is JsonObject o ? o.Select(static member => NameOf(member.Key, out _)) : [];

    /// <summary>A member on top that is written out, and so known beforehand.</summary>
    public JsonNode? Literal(string name) =>
        _template is JsonObject o && o.TryGetPropertyValue(name, out var value) ? value : null;

    /// <exception cref="StateFailedException">A member could not be computed.</exception>
    public JsonNode? Evaluate(DataScope scope) => Evaluate(_template, scope);

    private JsonNode? Evaluate(JsonNode? node, DataScope scope)
    {
        switch (node)
        {
            case JsonArray array:
                return new JsonArray([.. array.Select(item => Evaluate(item, scope))]);
            case JsonObject o:
                var result = new JsonObject();
                foreach (var (key, value) in o)
                {
                    var name = NameOf(key, out var computed);
                    result[name] = computed ? Compute(key, value!.GetValue<string>(), scope) : Evaluate(value, scope);
                }

                return result;
            default:
                return node?.DeepClone();
        }
    }

    private JsonNode? Compute(string key, string text, DataScope scope)
    {
        try
        {
            return _expressions[text].Evaluate(scope);
        }
        catch (PathNotFoundException e)
        {
            throw new StateFailedException(
                ErrorNames.ParameterPathFailure,
                $"The JSONPath '{e.Path}' specified for the field '{key}' could not be found in the input '{JsonText.Write(scope.Data)}'"
            );
        }
    }

    private void Compile(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    Compile(item);
                }

                break;
            case JsonObject o:
                foreach (var (key, value) in o)
                {
                    NameOf(key, out var computed);
                    if (!computed)
                    {
                        Compile(value);
                    }
                    else if (value is JsonValue text && text.TryGetValue<string>(out var expression))
                    {
                        _expressions[expression] = Expression.Parse(expression);
                    }
                    else
                    {
                        throw new FormatException(
                            $"'{key}' has to be a string: a path such as $.name, or an intrinsic function."
                        );
                    }
                }

                break;
        }
    }

    private static string NameOf(string key, out bool computed)
    {
        computed = key.EndsWith(".$", StringComparison.Ordinal);
        return computed ? key[..^2] : key;
    }
}
