using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Ecs;

/// <summary>All task definitions by family and revision.</summary>
internal sealed partial class TaskDefinitions(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<TaskDefinition>> _families = [];

    /// <exception cref="AwsException">ClientException: it is not a task definition; the message says why.</exception>
    public TaskDefinition Register(JsonObject request)
    {
        var content = ContentOf(request);
        lock (_lock)
        {
            if (!_families.TryGetValue(content.Family!, out var revisions))
            {
                _families[content.Family!] = revisions = [];
            }

            var revision = revisions.Count == 0 ? 1 : revisions[^1].Revision + 1;
            var registered = request.DeepClone().AsObject();
            registered.Remove("tags");
            registered["taskDefinitionArn"] = TaskDefinition.ArnOf(content.Family!, revision);
            registered["revision"] = revision;
            registered["status"] = "ACTIVE";
            registered["compatibilities"] = new JsonArray("EXTERNAL", "EC2");
            registered["registeredAt"] = clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000m;
            var definition = new TaskDefinition(revision, content, registered);
            revisions.Add(definition);
            return definition;
        }
    }

    /// <summary>Takes over a revision that was registered elsewhere, in place of what may be known of it.</summary>
    /// <exception cref="AwsException">ClientException: it is not a task definition; the message says why.</exception>
    public void Adopt(JsonObject registered)
    {
        var content = ContentOf(registered);
        var revision =
            (int?)registered["revision"] ?? throw Invalid("The task definition is not registered: it has no revision.");
        lock (_lock)
        {
            var others = _families.GetValueOrDefault(content.Family!) ?? [];
            _families[content.Family!] =
            [
                .. others
                    .Where(other => other.Revision != revision)
                    .Append(new TaskDefinition(revision, content, registered.DeepClone().AsObject()))
                    .OrderBy(static definition => definition.Revision),
            ];
        }
    }

    /// <param name="name">A family for its newest revision, <c>family:revision</c>, or an ARN.</param>
    public TaskDefinition? Find(string? name)
    {
        var parts = (name ?? "").Split('/')[^1].Split(':');
        lock (_lock)
        {
            if (!_families.TryGetValue(parts[0], out var revisions))
            {
                return null;
            }

            return parts.Length == 1
                ? revisions[^1]
                : revisions.Find(definition => definition.Revision.ToString(CultureInfo.InvariantCulture) == parts[1]);
        }
    }

    private static TaskDefinitionContent ContentOf(JsonObject request)
    {
        TaskDefinitionContent content;
        try
        {
            content = request.Deserialize(EcsJson.Default.TaskDefinitionContent)!;
        }
        catch (JsonException e)
        {
            throw Invalid($"The task definition is not what RegisterTaskDefinition takes: {e.Message}");
        }

        if (content.Family is null || !Name().IsMatch(content.Family))
        {
            throw Invalid("Family should be 1 to 255 letters, numbers, hyphens and underscores.");
        }

        if (content.ContainerDefinitions is not { Count: > 0 } containers)
        {
            throw Invalid("Container list cannot be empty.");
        }

        foreach (var container in containers)
        {
            if (container.Name is null || !Name().IsMatch(container.Name))
            {
                throw Invalid("Container.name should be 1 to 255 letters, numbers, hyphens and underscores.");
            }

            if (string.IsNullOrEmpty(container.Image))
            {
                throw Invalid($"Container.image of '{container.Name}' should not be null or empty.");
            }

            if (container.Memory is null && container.MemoryReservation is null && content.Memory is null)
            {
                throw Invalid(
                    $"Invalid setting for container '{container.Name}'. At least one of 'memory' or 'memoryReservation' must be specified."
                );
            }
        }

        return content;
    }

    private static AwsException Invalid(string message) => new("ClientException", message);

    [GeneratedRegex("^[A-Za-z0-9_-]{1,255}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Name();
}
