using System.Globalization;
using System.Text.Json.Nodes;

namespace SonicBridge.Local.Ecs;

/// <summary>What RunTask was asked to run, checked.</summary>
/// <param name="Overrides">As sent, and answered again in descriptions and events.</param>
/// <param name="CapacityProvider">By which it is placed; null with a launch type.</param>
internal sealed record TaskPlan(
    TaskDefinition Definition,
    JsonObject Overrides,
    TaskOverrides Override,
    string? CapacityProvider,
    string? StartedBy,
    string Group
)
{
    /// <summary>The memory to be reserved on an instance, in MiB.</summary>
    public int Memory
    {
        get
        {
            if (int.TryParse(Override.Memory ?? Definition.Content.Memory, CultureInfo.InvariantCulture, out var whole))
            {
                return whole;
            }

            // A soft limit is what is reserved where there is one.
            return Definition.Content.ContainerDefinitions!.Sum(container =>
                Of(container)?.Memory ?? container.MemoryReservation ?? container.Memory ?? 0
            );
        }
    }

    public IReadOnlyList<string> CommandOf(ContainerDefinition container) =>
        Of(container)?.Command ?? container.Command ?? [];

    /// <param name="host">What the host gives: over the definition, under the overrides.</param>
    public Dictionary<string, string> EnvironmentOf(
        ContainerDefinition container,
        IReadOnlyDictionary<string, string> host
    )
    {
        var variables = new Dictionary<string, string>();
        foreach (var item in container.Environment ?? [])
        {
            variables[item.Name] = item.Value ?? "";
        }

        foreach (var (name, value) in host)
        {
            variables[name] = value;
        }

        foreach (var item in Of(container)?.Environment ?? [])
        {
            variables[item.Name] = item.Value ?? "";
        }

        return variables;
    }

    private ContainerOverride? Of(ContainerDefinition container) =>
        Override.ContainerOverrides?.FirstOrDefault(item => item.Name == container.Name);
}
