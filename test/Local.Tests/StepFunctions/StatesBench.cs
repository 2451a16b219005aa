using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>State machines with scripted functions and a clock that a test moves.</summary>
public sealed class StatesBench
{
    public StatesBench() => Machines = new StateMachines([new LambdaIntegration(Lambda)], Time, new Random(7));

    public VirtualTime Time { get; } = new();

    public ScriptedLambda Lambda { get; } = new();

    public StateMachines Machines { get; }

    /// <summary>Starts a machine of a full definition.</summary>
    public Execution Start(string definition, string input = "{}") =>
        Machines.Start(Machines.Load("machine", definition, new Dictionary<string, string>()).Arn, null, input);

    /// <summary>Runs a machine of a full definition to its end.</summary>
    public async Task<Execution> RunAsync(string definition, string input = "{}")
    {
        var execution = Start(definition, input);
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);
        return execution;
    }

    /// <summary>Runs a machine of one state, given without its End, to its end.</summary>
    public Task<Execution> RunOneAsync(string state, string input = "{}") => RunAsync(OneState(state), input);

    public static string OneState(string state)
    {
        var fields = JsonNode.Parse(state)!;
        if (fields["Type"]!.GetValue<string>() is not ("Succeed" or "Fail"))
        {
            fields["End"] = true;
        }

        return $$"""{"StartAt":"One","States":{"One":{{fields.ToJsonString()}} } }""";
    }

    public static IEnumerable<string> TypesOf(Execution execution) => execution.History.Events.Select(e => e.Type);

    /// <summary>The states that an execution entered, in order.</summary>
    public static IEnumerable<string> PathOf(Execution execution) =>
        execution
            .History.Events.Where(e => e.Type.EndsWith("StateEntered", StringComparison.Ordinal))
            .Select(e => e.State!);

    public static string Canonical(string json) => JsonText.Write(JsonText.Parse(json));
}
