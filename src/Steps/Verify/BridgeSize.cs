using System.Globalization;
using Amazon.ECS.Model;

namespace SonicBridge.Steps.Verify;

/// <summary>What one bridge takes of an instance.</summary>
/// <param name="Cpu">Shares: 1024 to a core.</param>
/// <param name="Memory">MiB.</param>
internal readonly record struct BridgeSize(int Cpu, int Memory)
{
    /// <summary>The task's own size or, where it names none, that of its containers together.</summary>
    public static BridgeSize Of(TaskDefinition definition)
    {
        var containers = definition.ContainerDefinitions ?? [];
        return new BridgeSize(
            Number(definition.Cpu) ?? containers.Sum(container => container.Cpu ?? 0),
            Number(definition.Memory)
                ?? containers.Sum(container => container.MemoryReservation ?? container.Memory ?? 0)
        );
    }

    /// <summary>How many bridges some of an instance's resources hold.</summary>
    public int FitsInto(IEnumerable<Resource>? resources)
    {
        var (cpu, memory) = (0, 0);
        foreach (var resource in resources ?? [])
        {
            cpu = resource.Name == "CPU" ? resource.IntegerValue ?? 0 : cpu;
            memory = resource.Name == "MEMORY" ? resource.IntegerValue ?? 0 : memory;
        }

        return Math.Min(Cpu > 0 ? cpu / Cpu : int.MaxValue, Memory > 0 ? memory / Memory : int.MaxValue);
    }

    public override string ToString() => $"{Cpu} CPU shares and {Memory} MiB";

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
