using System.Globalization;
using System.Runtime.InteropServices;

namespace SonicBridge.Bench.Calls;

/// <summary>Where a measurement was taken.</summary>
internal static class Machine
{
    private const string CpuInfo = "/proc/cpuinfo";
    private const string ModelName = "model name";

    /// <param name="nodeVersion">Of the peer; null where there is none.</param>
    public static string Describe(string? nodeVersion = null) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Cpu()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}{(nodeVersion is null ? "" : $", Node.js {nodeVersion}")}; {DateTime.UtcNow:yyyy-MM-dd}"
        );

    private static string Cpu()
    {
        var line = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(static l => l.StartsWith(ModelName, StringComparison.Ordinal))
            : null;
        return line is null
            ? RuntimeInformation.ProcessArchitecture.ToString()
            : line[(line.IndexOf(':') + 1)..].Trim();
    }
}
