using System.Text.Json.Nodes;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.Migration;

namespace SonicBridge.Local.Tests.Migration.Faults;

/// <summary>A Task state of a migration's machine that invokes a function, and how its invocations are told from others.</summary>
/// <param name="Machine">Such as <c>Migrate</c>.</param>
/// <param name="State">The state's name.</param>
/// <param name="Function">The function's name.</param>
/// <param name="Payload">What is sent, as the definition has it.</param>
internal sealed record MigrationStep(string Machine, string State, string Function, JsonObject Payload)
{
    public override string ToString() => $"{Machine}.{State}";

    /// <summary>Reads the steps of a machine, as it is deployed, in the order of its text.</summary>
    public static IReadOnlyList<MigrationStep> Of(RehearsalCloud rehearsal, string machine)
    {
        var text = rehearsal.Cloud.Machines.Find(ArnOf(rehearsal, machine)).Text;
        List<MigrationStep> steps = [];
        Read(JsonNode.Parse(text)!, machine, steps);
        return steps;
    }

    public static string ArnOf(RehearsalCloud rehearsal, string machine) =>
        rehearsal.Cloud.Template.Reference($"{machine}StateMachine");

    /// <summary>Whether an invocation can be one of this state.</summary>
    public bool Sends(string function, JsonObject payload)
    {
        return FunctionName.Of(function) == Function
            && payload.Count == Payload.Count
            && Payload.All(field =>
                field.Key.EndsWith(".$", StringComparison.Ordinal)
                    ? payload.ContainsKey(field.Key[..^2])
                    : JsonNode.DeepEquals(payload[field.Key], field.Value)
            );
    }

    private static void Read(JsonNode flow, string machine, List<MigrationStep> steps)
    {
        foreach (var (name, node) in flow["States"]!.AsObject())
        {
            var state = node!.AsObject();
            if ((string?)state["Parameters"]?["FunctionName"] is { } function)
            {
                var payload = state["Parameters"]!["Payload"]!.AsObject();
                steps.Add(new MigrationStep(machine, name, FunctionName.Of(function), payload));
            }

            foreach (var branch in state["Branches"] as JsonArray ?? [])
            {
                Read(branch!, machine, steps);
            }

            if (state["ItemProcessor"] is { } processor)
            {
                Read(processor, machine, steps);
            }
        }
    }
}
