using System.Reflection;

namespace SonicBridge.Local.Call;

/// <summary>Where the product is: the programs that were built, and the files that a deployment would upload.</summary>
/// <param name="Steps">The Lambdas' executable.</param>
/// <param name="Bridge">The bridge's executable.</param>
/// <param name="Repository">The repository's root.</param>
public sealed record Product(string Steps, string Bridge, string Repository)
{
    /// <summary>What was built together with this program.</summary>
    public static Product Built { get; } =
        new(Metadata(nameof(Steps)), Metadata(nameof(Bridge)), Path.GetFullPath(Metadata(nameof(Repository))));

    public string Template => Read("serverless.template");

    public string TaskDefinition => Read("bridge/task-definition.json");

    public string ContactFlow => Read("contactflows/nova-sonic-call.json");

    /// <summary>The definition of a state machine of the template, such as <c>CallStateMachine</c>.</summary>
    public string Machine(string logicalId)
    {
        const string Suffix = "StateMachine";
        var name = logicalId.EndsWith(Suffix, StringComparison.Ordinal) ? logicalId[..^Suffix.Length] : logicalId;
        return Read($"statemachines/{name.ToLowerInvariant()}.asl.json");
    }

    private string Read(string file) => File.ReadAllText(Path.Join(Repository, file));

    private static string Metadata(string key) =>
        typeof(Product)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
}
