using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>
/// An object of a definition, read field by field. What nobody has asked for when all is read is not known, and so refused.
/// </summary>
internal sealed class DefinitionObject
{
    private readonly JsonObject _fields;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal) { "Comment" };

    public DefinitionObject(JsonNode? node, string place)
    {
        Place = place;
        _fields = node as JsonObject ?? throw new DefinitionRefusedException(place, "an object is expected here.");
        if (_fields["Comment"] is { } comment && comment.GetValueKind() != JsonValueKind.String)
        {
            throw Refuse("Comment", "has to be a string.");
        }
    }

    /// <summary>Where the object stands, such as <c>/States/LaunchBridge</c>.</summary>
    public string Place { get; }

    public IEnumerable<string> Names => _fields.Select(static entry => entry.Key);

    public bool Has(string name)
    {
        _read.Add(name);
        return _fields.ContainsKey(name);
    }

    /// <summary>The field, or null; a JSON null is a null too.</summary>
    public JsonNode? Node(string name) => Has(name) ? _fields[name] : null;

    public JsonNode? RequiredNode(string name) =>
        Has(name) ? _fields[name] : throw new DefinitionRefusedException(Place, $"the field '{name}' is missing.");

    public string? Text(string name) =>
        !Has(name) ? null
        : _fields[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text
        : throw Refuse(name, "has to be a string.");

    public string RequiredText(string name)
    {
        RequiredNode(name);
        return Text(name)!;
    }

    public bool Flag(string name) =>
        RequiredNode(name) is JsonValue value && value.TryGetValue<bool>(out var flag)
            ? flag
            : throw Refuse(name, "has to be true or false.");

    public long? Whole(string name, long least, long most)
    {
        if (!Has(name))
        {
            return null;
        }

        return JsonNumber.TryWhole(_fields[name], out var number) && number >= least && number <= most
            ? number
            : throw Refuse(name, $"has to be a whole number from {least} to {most}.");
    }

    public IReadOnlyList<DefinitionObject> Objects(string name) =>
        !Has(name) ? []
        : _fields[name] is JsonArray array
            ? [.. array.Select((item, i) => new DefinitionObject(item, $"{Place}/{name}[{i}]"))]
        : throw Refuse(name, "has to be an array.");

    public DefinitionObject Object(string name) => new(RequiredNode(name), $"{Place}/{name}");

    /// <summary>Reads a field with a parser that throws <see cref="FormatException"/>.</summary>
    public T? Parsed<T>(string name, Func<string, T> parse)
        where T : class => Text(name) is { } text ? Guard(name, () => parse(text)) : null;

    public PayloadTemplate? Template(string name) =>
        Has(name) ? Guard(name, () => PayloadTemplate.Parse(_fields[name])) : null;

    /// <summary>Refuses every field that was not read.</summary>
    public void RefuseUnknown(string owner)
    {
        foreach (var name in Names.Where(name => !_read.Contains(name)))
        {
            throw new DefinitionRefusedException(Place, $"the field '{name}' is not known of {owner}.");
        }
    }

    public DefinitionRefusedException Refuse(string name, string reason) => new(Place, $"'{name}' {reason}");

    private T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw new DefinitionRefusedException($"{Place}/{name}", e.Message);
        }
    }
}
