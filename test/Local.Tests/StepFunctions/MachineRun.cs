using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.Tests.Node;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>How a machine went through its states, and how it ended.</summary>
/// <param name="Path">The states, in the order in which they were entered.</param>
/// <param name="Output">JSON, or null when it failed.</param>
/// <param name="Error">Null when it succeeded.</param>
internal sealed record MachineRun(string Path, string? Output, string? Error, string? Cause)
{
    /// <summary>Runs a machine with the local engine.</summary>
    /// <param name="silence">How long a silent task is waited for, when the script has one.</param>
    public static async Task<MachineRun> LocallyAsync(ScriptedMachine scripted, TimeSpan silence)
    {
        var time = new VirtualTime();
        var functions = new ScriptedFunctions(scripted.Scripts);
        var machines = new StateMachines(
            [new ScriptedParts(functions), new LambdaIntegration(functions)],
            time,
            new NoJitter()
        );
        functions.Tokens = machines.Tokens;
        var machine = machines.Load(
            "call",
            scripted.Definition,
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
        var execution = machines.Start(machine.Arn, null, scripted.Input);
        if (scripted.Scripts.Values.Any(static script => script.Any(static task => task.Silent)))
        {
            await time.PassAsync(silence);
        }

        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);
        return new MachineRun(Join(StatesBench.PathOf(execution)), execution.Output, execution.Error, execution.Cause);
    }

    /// <summary>Runs machines with aws-local-stepfunctions, all in one process of Node.</summary>
    public static async Task<IReadOnlyList<MachineRun>> ByPeerAsync(IEnumerable<ScriptedMachine> machines)
    {
        var asked = new JsonArray([.. machines.Select(ForPeer)]);
        var told = JsonNode.Parse(await NodeScript.AskAsync("run-machines.mjs", JsonText.Write(asked)))!.AsArray();
        return [.. told.Select(static run => OfPeer(run!.AsObject()))];
    }

    private static MachineRun OfPeer(JsonObject told) =>
        new(
            Join(told["path"]!.AsArray().Select(static name => name!.GetValue<string>())),
            told.TryGetPropertyValue("output", out var output) ? JsonText.Write(output) : null,
            told["error"]?.GetValue<string>(),
            told["cause"]?.GetValue<string>()
        );

    private static JsonNode ForPeer(ScriptedMachine machine)
    {
        var functions = new JsonObject();
        foreach (var (name, script) in machine.Scripts)
        {
            functions[name] = new JsonArray([.. script.Select(ForPeer)]);
        }

        return new JsonObject
        {
            ["definition"] = JsonText.Parse(machine.Definition),
            ["input"] = JsonText.Parse(machine.Input),
            ["context"] = new JsonObject
            {
                ["Task"] = new JsonObject { ["Token"] = "token" },
                ["Execution"] = new JsonObject { ["Id"] = "execution" },
            },
            ["functions"] = functions,
        };
    }

    private static JsonNode ForPeer(ScriptedTask script) =>
        script switch
        {
            { Silent: true } => new JsonObject { ["error"] = ErrorNames.Timeout, ["cause"] = "" },
            { Error: not null } => new JsonObject
            {
                ["error"] = script.Error,
                ["cause"] = ScriptedFunctions.CauseOf(script),
            },
            _ => new JsonObject { ["result"] = JsonText.Parse(script.Result!) },
        };

    // Branches run side by side: which state of which comes first is each engine's own.
    private static string Join(IEnumerable<string> names) => string.Join(" ", names.Order(StringComparer.Ordinal));
}

/// <summary>A machine, its input, and what each function does, call by call.</summary>
internal sealed record ScriptedMachine(
    string Definition,
    string Input,
    IReadOnlyDictionary<string, ScriptedTask[]> Scripts
);
