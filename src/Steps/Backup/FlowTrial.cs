using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Backup;

/// <summary>Tries on paper each change that a migration will make to a flow.</summary>
internal sealed class FlowTrial(NewFunctions functions)
{
    /// <summary>Why the flow cannot be changed, in a sentence; null when it can.</summary>
    public string? FaultOf(LiveFlow flow, MigrationPlan plan)
    {
        try
        {
            foreach (var percentage in plan.Percentages)
            {
                FlowGraft.Apply(
                    FlowDocument.Read(flow.Published),
                    FlowsInUse.AddressOf(flow, plan.FunctionName),
                    functions.Settings,
                    FlowsInUse.KindOf(flow.Metadata),
                    percentage
                );
            }

            return null;
        }
        catch (FlowTooLarge e)
        {
            return $"The {flow.Place.Noun} '{flow.Metadata.Name}' cannot be changed: {e.Message}";
        }
    }
}
