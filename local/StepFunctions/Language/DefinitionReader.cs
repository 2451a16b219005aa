using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Integrations;

namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>Reads a definition whole, and refuses by name and place whatever this engine would not run as Step Functions does.</summary>
/// <param name="integrations">What Task states may call.</param>
public sealed class DefinitionReader(IReadOnlyList<ITaskIntegration> integrations)
{
    private const int SizeLimit = 1_048_576;
    private const int LongestStateName = 80;
    private const long LongestTimeout = 99_999_999;

    /// <exception cref="DefinitionRefusedException">The definition is wrong or asks for something unknown.</exception>
    public StateMachineDefinition Read(string definition)
    {
        if (Encoding.UTF8.GetByteCount(definition) > SizeLimit)
        {
            throw new DefinitionRefusedException("/", $"a definition measures {SizeLimit} bytes at most.");
        }

        var machine = new DefinitionObject(ParseJson(definition), "");
        if (machine.Text("Version") is { } version && version != "1.0")
        {
            throw machine.Refuse("Version", "can only be 1.0.");
        }

        RefuseOtherQueryLanguage(machine);
        var timeout = machine.Whole("TimeoutSeconds", 1, LongestTimeout);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var flow = ReadFlow(machine, names);
        machine.RefuseUnknown("a state machine");
        return new StateMachineDefinition(flow.StartAt, flow.States, machine.Text("Comment"), timeout);
    }

    /// <summary>Reads the states of a machine, a branch or an item processor.</summary>
    /// <param name="names">All state names so far: each may stand once in the whole machine.</param>
    internal StateFlow ReadFlow(DefinitionObject flow, HashSet<string> names)
    {
        var startAt = flow.RequiredText("StartAt");
        var place = $"{flow.Place}/States";
        var states = new Dictionary<string, State>(StringComparer.Ordinal);
        var entries = flow.Object("States");
        foreach (var name in entries.Names)
        {
            if (name.Length is 0 or > LongestStateName)
            {
                throw new DefinitionRefusedException(
                    $"{place}/{name}",
                    $"a state's name has 1 to {LongestStateName} characters."
                );
            }

            if (!names.Add(name))
            {
                throw new DefinitionRefusedException(
                    $"{place}/{name}",
                    "another state of this machine has the same name."
                );
            }

            states.Add(name, new StateReader(this, integrations, names).Read(name, entries.Object(name)));
        }

        FlowCheck.Check(startAt, states, flow.Place);
        return new StateFlow(startAt, states);
    }

    internal static void RefuseOtherQueryLanguage(DefinitionObject owner)
    {
        if (owner.Text("QueryLanguage") is { } language && language != "JSONPath")
        {
            throw owner.Refuse("QueryLanguage", $"can only be JSONPath here, not {language}.");
        }
    }

    private static JsonNode? ParseJson(string definition)
    {
        try
        {
            return JsonText.Parse(definition);
        }
        catch (JsonException e)
        {
            throw new DefinitionRefusedException("/", $"the definition is not JSON: {e.Message}");
        }
    }
}
