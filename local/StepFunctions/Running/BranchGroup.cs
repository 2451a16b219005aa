using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>Flows that run side by side: all yield, or the first to fail stops the others.</summary>
internal static class BranchGroup
{
    /// <param name="branches">The flows, each with its own cancellation.</param>
    /// <param name="atOnce">How many run at the same time; 0 for all.</param>
    /// <param name="failed">Told of the branch that failed, before the others are stopped.</param>
    /// <param name="succeeded">Told of each branch that ended well.</param>
    /// <returns>What each flow yields, in the order of the flows.</returns>
    /// <exception cref="StateFailedException">The failure of the branch that failed first.</exception>
    public static async Task<JsonArray> RunAsync(
        IReadOnlyList<Func<CancellationToken, Task<JsonNode?>>> branches,
        long atOnce,
        Action<int> failed,
        Action<int> succeeded,
        CancellationToken cancellationToken
    )
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = new JsonNode?[branches.Count];
        var running = new Dictionary<Task<JsonNode?>, int>();
        StateFailedException? failure = null;
        var next = 0;
        while (running.Count > 0 || (next < branches.Count && failure is null))
        {
            while (failure is null && next < branches.Count && (atOnce == 0 || running.Count < atOnce))
            {
                running.Add(branches[next](stopping.Token), next);
                next++;
            }

            var done = await Task.WhenAny(running.Keys);
            running.Remove(done, out var index);
            try
            {
                results[index] = await done;
                // Once a branch has failed, none of the others decides what comes next.
                if (failure is null)
                {
                    succeeded(index);
                }
            }
            catch (StateFailedException e) when (failure is null)
            {
                failure = e;
                failed(index);
                await stopping.CancelAsync();
            }
            catch (Exception e) when (failure is not null && e is StateFailedException or OperationCanceledException)
            {
                // The others end as they were told to; the first failure is the group's.
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return failure is null ? new JsonArray(results) : throw failure;
    }
}
