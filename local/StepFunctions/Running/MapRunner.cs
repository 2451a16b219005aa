using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>Runs a Map state's flow once for each item.</summary>
internal sealed class MapRunner(RunServices services, StateVisit visit, JsonObject context)
{
    // An iteration that had to wait refers to the last step of the one that made room, as in Step Functions' own histories.
    private long? _cleared;

    /// <returns>An array of what the iterations yield.</returns>
    public async Task<JsonNode?> RunAsync(MapState state, CancellationToken cancellationToken)
    {
        var input = visit.SelectInput();
        var selected = visit.Select(state.ItemsPath, input, "ItemsPath");
        var items =
            selected as JsonArray
            ?? throw visit.Runtime(
                $"Reference path \"{state.ItemsPath.Text}\" must point to array, but was {JsonText.Write(selected)}"
            );
        var atOnce = visit.Whole(state.MaxConcurrency, input);
        visit.Thread.Add("MapStateStarted", new JsonObject { ["length"] = items.Count });
        var threads = new HistoryThread[items.Count];
        var results = await BranchGroup.RunAsync(
            [
                .. items.Select<JsonNode?, Func<CancellationToken, Task<JsonNode?>>>(
                    (item, i) => stopping => IterateAsync(state, input, item, i, threads, stopping)
                ),
            ],
            atOnce,
            failed: i =>
            {
                threads[i].AddAside("MapIterationFailed", Iteration(state, i));
                visit.Thread.Last = threads[i].Last;
            },
            succeeded: i =>
            {
                _cleared = threads[i].Last;
                visit.Thread.Last = threads[i].Add("MapIterationSucceeded", Iteration(state, i));
            },
            cancellationToken
        );
        visit.Thread.AddAside("MapStateSucceeded");
        return results;
    }

    private async Task<JsonNode?> IterateAsync(
        MapState state,
        JsonNode? input,
        JsonNode? item,
        int index,
        HistoryThread[] threads,
        CancellationToken cancellationToken
    )
    {
        var thread = threads[index] = visit.Thread.Fork();
        thread.Last = _cleared ?? thread.Last;
        thread.State = state.Name;
        thread.Add("MapIterationStarted", Iteration(state, index));
        var own = (JsonObject)context.DeepClone();
        own["Map"] = new JsonObject
        {
            ["Item"] = new JsonObject { ["Index"] = index, ["Value"] = item?.DeepClone() },
        };
        try
        {
            var selected = state.ItemSelector is null ? item?.DeepClone() : Select(state.ItemSelector, input, own);
            return await new FlowRunner(services, own).RunAsync(
                state.ItemProcessor,
                selected,
                thread,
                cancellationToken
            );
        }
        catch (OperationCanceledException)
        {
            thread.State = state.Name;
            thread.AddAside("MapIterationAborted", Iteration(state, index));
            throw;
        }
    }

    private JsonNode? Select(PayloadTemplate selector, JsonNode? input, JsonObject own)
    {
        var scoped = (JsonObject)visit.Context.DeepClone();
        scoped["Map"] = own["Map"]!.DeepClone();
        return (visit with { Context = scoped }).Fill(selector, input);
    }

    private static JsonObject Iteration(MapState state, int index) =>
        new() { ["index"] = index, ["name"] = state.Name };
}
