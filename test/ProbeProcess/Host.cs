using SonicBridge.Local.Processes;

namespace SonicBridge.ProbeProcess;

/// <summary>A host with one child, whose id it tells.</summary>
internal static class Host
{
    public static async Task<int> RunAsync(string executable)
    {
        using var child = ChildProcess.Start(
            new ProcessRecipe(executable, ["task"], new Dictionary<string, string>()),
            static _ => { }
        );
        Console.WriteLine(child.Id);
        return await child.Exited;
    }
}
