using System.Text.Json.Nodes;

namespace SonicBridge.Local.Deployment;

/// <summary>
/// serverless.template as a deployment would resolve it: enough of CloudFormation for the local cloud to start the very
/// functions, with the very settings, that an account would get.
/// </summary>
public sealed class StackTemplate
{
    private readonly JsonObject _resources;
    private readonly IntrinsicFunctions _intrinsics;

    /// <param name="json">The template's text.</param>
    /// <param name="account">The account id to deploy to.</param>
    /// <param name="region">The region to deploy to.</param>
    /// <param name="stackName">The stack's name, used in the names of resources that have none.</param>
    /// <param name="parameters">Parameters that differ from their defaults.</param>
    /// <exception cref="StackTemplateException">The text is not a template.</exception>
    public StackTemplate(
        string json,
        string account,
        string region,
        string stackName,
        IReadOnlyDictionary<string, string>? parameters = null
    )
    {
        try
        {
            var root =
                JsonNode.Parse(json) as JsonObject
                ?? throw new StackTemplateException("The template is not a JSON object.");
            _resources =
                root["Resources"] as JsonObject ?? throw new StackTemplateException("The template has no Resources.");
            _intrinsics = new IntrinsicFunctions(
                root,
                new PhysicalNames(_resources, account, region, stackName),
                parameters ?? new Dictionary<string, string>()
            );
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new StackTemplateException($"The template is not JSON: {e.Message}", e);
        }
    }

    /// <summary>The logical ids of all resources of a type, in the template's order.</summary>
    public IEnumerable<string> OfType(string type) =>
        _resources.Where(resource => (string?)resource.Value?["Type"] == type).Select(resource => resource.Key);

    /// <summary>A property of a resource with every intrinsic function worked out, or null when it is not there.</summary>
    /// <exception cref="StackTemplateException">It uses a function or a reference that is not known here.</exception>
    public JsonNode? Property(string logicalId, string name) =>
        _resources[logicalId]?["Properties"]?[name] is { } property ? _intrinsics.Resolve(property, logicalId) : null;

    /// <summary>What <c>Ref</c> gives for a resource: its name, or for a state machine its ARN.</summary>
    public string Reference(string logicalId) => _intrinsics.Names.Reference(logicalId);

    /// <summary>What <c>Fn::GetAtt</c> with <c>Arn</c> gives for a resource.</summary>
    public string Arn(string logicalId) => _intrinsics.Names.Arn(logicalId);

    /// <summary>Fills <c>${Name}</c> and <c>${Name.Arn}</c> in a text, as <c>Fn::Sub</c> does.</summary>
    public string Substitute(string text) => _intrinsics.Substitute(text, "Fn::Sub");
}

/// <summary>A template that cannot be resolved; the message says where and why.</summary>
public sealed class StackTemplateException : Exception
{
    public StackTemplateException(string message)
        : base(message) { }

    public StackTemplateException(string message, Exception innerException)
        : base(message, innerException) { }
}
