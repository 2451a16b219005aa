using SonicBridge.Local.Processes;

namespace SonicBridge.Local.Tests.Processes;

/// <summary>The program that tests start: see test/ProbeProcess.</summary>
internal static class Probe
{
    public static string Executable { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "probe.exe" : "probe");

    public static ProcessRecipe Recipe(string[] arguments, params (string Name, string Value)[] environment) =>
        new(Executable, arguments, environment.ToDictionary(static pair => pair.Name, static pair => pair.Value));
}
