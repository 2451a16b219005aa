using System.Globalization;
using System.Text.Json.Nodes;
using SonicBridge.Local.Call;

namespace SonicBridge.Bench.Cost;

/// <summary>What the repository's own files say of a deployment.</summary>
/// <param name="BridgeCpu">CPU units that a bridge reserves.</param>
/// <param name="BridgeMemory">MiB that a bridge reserves.</param>
/// <param name="StandbyCpu">The same of the standby bridge that is on each instance.</param>
/// <param name="StandbyMemory">Likewise.</param>
/// <param name="TargetCapacity">How full managed scaling keeps the instances, 0 to 1.</param>
/// <param name="LeastInstances">How many there are always.</param>
/// <param name="PollMemory">MemorySize of next-prompt, in MB.</param>
/// <param name="Transitions">Of a call that goes well.</param>
internal sealed record Deployment(
    int BridgeCpu,
    int BridgeMemory,
    int StandbyCpu,
    int StandbyMemory,
    double TargetCapacity,
    int LeastInstances,
    int PollMemory,
    int Transitions
)
{
    public static Deployment Read()
    {
        var bridge = Parse("bridge/task-definition.json")["containerDefinitions"]![0]!;
        var stack = Parse("infrastructure/nova-sonic-ecs-stack.template");
        var standby = stack["Resources"]!["StandbyTask"]!["Properties"]!["ContainerDefinitions"]![0]!;
        var functions = Parse("serverless.template")["Resources"]!;
        return new Deployment(
            Number(bridge["cpu"]),
            Number(bridge["memoryReservation"]),
            Number(standby["Cpu"]),
            Number(standby["MemoryReservation"]),
            Number(stack["Parameters"]!["TargetCapacity"]!["Default"]) / 100d,
            Number(stack["Parameters"]!["MinInstances"]!["Default"]),
            Number(functions["NextPromptFunction"]!["Properties"]!["MemorySize"]),
            TransitionsOf(Parse("statemachines/call.asl.json"))
        );
    }

    /// <summary>One for the start, and one for each state on the way that nothing goes wrong.</summary>
    internal static int TransitionsOf(JsonNode machine)
    {
        var count = 1;
        for (
            var name = (string?)machine["StartAt"];
            name is not null;
            name = (string?)machine["States"]![name]!["Next"]
        )
        {
            count++;
        }

        return count;
    }

    private static JsonNode Parse(string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Join(Product.Built.Repository, file)))!;

    private static int Number(JsonNode? value) =>
        int.Parse(value!.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
}
