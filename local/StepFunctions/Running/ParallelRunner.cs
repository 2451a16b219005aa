using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>Runs the branches of a Parallel state.</summary>
internal sealed class ParallelRunner(RunServices services, StateVisit visit, JsonObject context)
{
    /// <returns>An array of what the branches yield.</returns>
    public async Task<JsonNode?> RunAsync(ParallelState state, CancellationToken cancellationToken)
    {
        var input = visit.Fill(state.Parameters, visit.SelectInput());
        visit.Thread.Add("ParallelStateStarted");
        var threads = state.Branches.Select(_ => visit.Thread.Fork()).ToList();
        var results = await BranchGroup.RunAsync(
            [
                .. state.Branches.Select<StateFlow, Func<CancellationToken, Task<JsonNode?>>>(
                    (branch, i) =>
                        stopping => new FlowRunner(services, context).RunAsync(branch, input, threads[i], stopping)
                ),
            ],
            atOnce: 0,
            failed: Follow,
            succeeded: Follow,
            cancellationToken
        );
        visit.Thread.AddAside("ParallelStateSucceeded");
        return results;

        // What comes next refers to the end of the branch that decided it.
        void Follow(int branch) => visit.Thread.Last = threads[branch].Last;
    }
}
