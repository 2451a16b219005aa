using System.Reflection;

namespace SonicBridge.Local.Call;

/// <summary>Where the product is: the programs that were built, and the files that a deployment would upload.</summary>
/// <param name="Steps">The Lambdas' executable.</param>
/// <param name="Bridge">The bridge's executable.</param>
/// <param name="Repository">The repository's root.</param>
public sealed record Product(string Steps, string Bridge, string Repository)
{
    private static readonly string[] s_samples = ["CarAvailability"];

    /// <summary>What was built together with this program.</summary>
    public static Product Built { get; } =
        new(Metadata(nameof(Steps)), Metadata(nameof(Bridge)), Path.GetFullPath(Metadata(nameof(Repository))));

    /// <summary>What was published to a folder, compiled ahead of time as it is deployed.</summary>
    /// <exception cref="FileNotFoundException">A program is not there; the message says how it comes there.</exception>
    public static Product PublishedIn(string folder) =>
        Built with
        {
            Steps = Published(folder, "SonicBridge.Steps", "src/Steps"),
            Bridge = Published(folder, "bridge", "bridge"),
        };

    public string Template => Read("serverless.template");

    public string TaskDefinition => Read("bridge/task-definition.json");

    public string ContactFlow => Read("contactflows/nova-sonic-call.json");

    /// <summary>The executable of a sample under <c>samples/</c>, built together with this program; null when there is none.</summary>
    public static string? Sample(string name) => s_samples.Contains(name) ? Metadata(name) : null;

    /// <summary>The definition of a state machine of the template, such as <c>CallStateMachine</c>.</summary>
    public string Machine(string logicalId)
    {
        const string Suffix = "StateMachine";
        var name = logicalId.EndsWith(Suffix, StringComparison.Ordinal) ? logicalId[..^Suffix.Length] : logicalId;
        return Read($"statemachines/{name.ToLowerInvariant()}.asl.json");
    }

    private string Read(string file) => File.ReadAllText(Path.Join(Repository, file));

    private static string Published(string folder, string name, string project)
    {
        var file = Path.GetFullPath(Path.Join(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name));
        return File.Exists(file)
            ? file
            : throw new FileNotFoundException(
                $"'{file}' is not there: run `dotnet publish {project} -c Release -o {folder}` first.",
                file
            );
    }

    private static string Metadata(string key) =>
        typeof(Product)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
}
