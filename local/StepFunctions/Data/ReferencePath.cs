using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>A path that names one place, and so can be written to, as <c>ResultPath</c> does.</summary>
public sealed class ReferencePath
{
    private readonly JsonPath _path;

    private ReferencePath(JsonPath path) => _path = path;

    public string Text => _path.Text;

    /// <exception cref="FormatException">The text is not a path, or may name more than one place.</exception>
    public static ReferencePath Parse(string text)
    {
        var path = JsonPath.Parse(text);
        return path.IsReference
            ? new ReferencePath(path)
            : throw new FormatException(
                $"'{text}' is not a reference path: only names and single indexes may stand in it."
            );
    }

    /// <summary>Puts a value into a copy of a document. Objects on the way are made where they are missing.</summary>
    /// <returns>False when the document has no such place: a scalar stands in the way, or an array is too short.</returns>
    public bool TryWrite(JsonNode? document, JsonNode? value, out JsonNode? written)
    {
        written = Write(document, 0, value, out var done);
        return done;
    }

    private JsonNode? Write(JsonNode? node, int depth, JsonNode? value, out bool done)
    {
        done = true;
        if (depth == _path.Steps.Count)
        {
            return value?.DeepClone();
        }

        switch (_path.Steps[depth])
        {
            case ChildStep child when node is JsonObject or null && (node is not null || depth > 0):
                var o = node is null ? [] : (JsonObject)node.DeepClone();
                o.TryGetPropertyValue(child.Name, out var member);
                o[child.Name] = Write(member, depth + 1, value, out done);
                return o;
            case IndexStep index when node is JsonArray array && index.Index < array.Count:
                var copy = (JsonArray)array.DeepClone();
                copy[index.Index] = Write(copy[index.Index], depth + 1, value, out done);
                return copy;
            default:
                done = false;
                return null;
        }
    }
}
