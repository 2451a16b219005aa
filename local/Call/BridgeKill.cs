using System.Diagnostics;
using SonicBridge.Contracts;
using SonicBridge.Local.Ecs;

namespace SonicBridge.Local.Call;

/// <summary>Ends a call's bridge as the kernel does when memory is gone: at once, and without a word.</summary>
internal static class BridgeKill
{
    /// <returns>Whether there was one.</returns>
    public static bool Strike(EcsService ecs, ContactId contact)
    {
        var processes = ecs
            .Tasks.Where(task => task.StartedBy == contact.ToString())
            .SelectMany(static task => task.ProcessIds)
            .ToList();
        foreach (var id in processes)
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has ended by itself meanwhile.
            }
        }

        return processes.Count > 0;
    }
}
