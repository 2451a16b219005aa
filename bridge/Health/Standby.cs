using Microsoft.Extensions.Logging;
using SonicBridge.Bridge.Logging;

namespace SonicBridge.Bridge.Health;

/// <summary>
/// <c>bridge standby</c>: holds no call. ECS runs one on each instance, which keeps the image there and proves to the load
/// balancer that a bridge can start.
/// </summary>
internal static class Standby
{
    private static readonly HealthReport s_ready = new(Healthy: true, Phase: "standby", SecondsSinceHeartbeat: 0);

    /// <summary>Answers <c>GET /health</c> until it is told to stop.</summary>
    /// <param name="port">The port to answer on; 0 for any free one, which the log names.</param>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(int port, Stream output, TimeProvider time, CancellationToken stop)
    {
        using var logs = new JsonLines(output, time);
        using var health = new HealthResponder(() => s_ready, time, logs.CreateLogger<HealthResponder>());
        health.Listen(port);
        if (health.Port == 0)
        {
            // A call goes on without its health port; a standby bridge has nothing else to do.
            return ExitCode.Failed;
        }

        await health.AnswerAsync(stop);
        return ExitCode.Ok;
    }
}
