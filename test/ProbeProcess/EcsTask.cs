using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SonicBridge.ProbeProcess;

/// <summary>A container that tells its environment, then does what PROBE_TASK says.</summary>
internal static class EcsTask
{
    public static async Task<int> RunAsync()
    {
        var stop = new TaskCompletionSource();
        var order = Environment.GetEnvironmentVariable("PROBE_TASK") ?? "";
        using var term = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            context =>
            {
                context.Cancel = true;
                Console.WriteLine("asked to stop");
                if (order != "stubborn")
                {
                    stop.SetResult();
                }
            }
        );
        var variables = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(static pair => (string)pair.Key, static pair => (string?)pair.Value);
        Console.WriteLine(JsonSerializer.Serialize(variables));
        if (order.StartsWith("exit:", StringComparison.Ordinal))
        {
            return int.Parse(order["exit:".Length..], CultureInfo.InvariantCulture);
        }

        await stop.Task;
        return 0;
    }
}
