using System.Text.Encodings.Web;
using System.Text.Json;

namespace SonicBridge.Steps.Deploy;

/// <summary>infrastructure/nova-sonic-ecs-stack.template, which travels with the functions.</summary>
internal sealed class StackTemplate
{
    // What CloudFormation takes in a request; larger templates have to lie in S3.
    public const int LargestBody = 51_200;

    private const string Resource = "nova-sonic-ecs-stack.template";

    private StackTemplate(
        string body,
        IReadOnlyDictionary<string, TemplateParameter> parameters,
        IReadOnlyDictionary<string, int> types
    )
    {
        Body = body;
        Types = types;
        Parameters = parameters;
    }

    /// <summary>The template without the space that people read it by.</summary>
    public string Body { get; }

    /// <summary>Its parameters by their names.</summary>
    public IReadOnlyDictionary<string, TemplateParameter> Parameters { get; }

    /// <summary>How many resources it has of each type, those that depend on a condition included.</summary>
    public IReadOnlyDictionary<string, int> Types { get; }

    /// <summary>The template of this version.</summary>
    public static StackTemplate Read()
    {
        using var resource =
            typeof(StackTemplate).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of the assembly.");
        using var document = JsonDocument.Parse(resource);
        var parameters = document
            .RootElement.GetProperty("Parameters")
            .EnumerateObject()
            .ToDictionary(
                parameter => parameter.Name,
                parameter => new TemplateParameter(parameter),
                StringComparer.Ordinal
            );
        var types = document
            .RootElement.GetProperty("Resources")
            .EnumerateObject()
            .CountBy(resource => resource.Value.GetProperty("Type").GetString()!)
            .OrderBy(type => type.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return new StackTemplate(Minified(document), parameters, types);
    }

    private static string Minified(JsonDocument document)
    {
        using var bytes = new MemoryStream();
        using (
            var writer = new Utf8JsonWriter(
                bytes,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            document.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
