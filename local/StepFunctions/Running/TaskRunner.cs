using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>One try of a Task state.</summary>
internal sealed class TaskRunner(RunServices services, StateVisit visit, TaskState state)
{
    private readonly TaskEvents _events = new(visit.Thread, state.Resource, LocalAccount.Region);

    /// <returns>The task's result.</returns>
    public async Task<JsonNode?> RunAsync(CancellationToken cancellationToken)
    {
        var input = visit.SelectInput();
        var timeout = Seconds(state.Timeout, input);
        var waitsForToken = state.Resource.Pattern == IntegrationPattern.WaitForTaskToken;
        var heartbeat = Seconds(state.Heartbeat, input);
        // Only who has a token can send heartbeats.
        using var clock = new TaskClock(services.Time, timeout, waitsForToken ? heartbeat : null);
        var pending = waitsForToken ? services.Tokens.Open(clock) : null;
        try
        {
            if (pending is not null)
            {
                visit.Context["Task"] = new JsonObject { ["Token"] = pending.Token };
            }

            var parameters = visit.Fill(state.Parameters, input);
            _events.Scheduled(parameters, timeout, heartbeat);
            _events.Started();
            return await RunTimedAsync(parameters, pending, clock, cancellationToken);
        }
        finally
        {
            pending?.TryClose();
        }
    }

    private async Task<JsonNode?> RunTimedAsync(
        JsonNode? parameters,
        PendingTask? pending,
        TaskClock clock,
        CancellationToken cancellationToken
    )
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = WorkAsync(parameters, pending, ending.Token);
        try
        {
            var first = await Task.WhenAny(work, clock.Expired).WaitAsync(cancellationToken);
            if (first == clock.Expired)
            {
                var heartbeatMissed = await clock.Expired;
                pending?.TryClose();
                _events.TimedOut();
                throw new StateFailedException(ErrorNames.Timeout, null) { HeartbeatMissed = heartbeatMissed };
            }

            return await FinishAsync(work);
        }
        finally
        {
            await ending.CancelAsync();
            Forget(work);
        }
    }

    private async Task<JsonNode?> FinishAsync(Task<JsonNode?> work)
    {
        try
        {
            var result = await work;
            StateVisit.CheckSize(result, state.Resource.IsFunction ? state.Resource.Arn : state.Resource.Service);
            _events.Succeeded(result);
            return result;
        }
        catch (StateFailedException e)
        {
            _events.Failed(e);
            throw;
        }
    }

    private async Task<JsonNode?> WorkAsync(JsonNode? parameters, PendingTask? pending, CancellationToken ending)
    {
        var integration = services.Integrations.First(candidate => candidate.Serves(state.Resource));
        var call = new TaskCall(state.Resource, parameters, services.Execution.Arn, Submit);
        var answer = await integration.CallAsync(call, ending);
        if (pending is null)
        {
            return answer;
        }

        Submit(answer);
        return await pending.Result.WaitAsync(ending);

        // A try that was given up has no more events.
        void Submit(JsonNode? output)
        {
            ending.ThrowIfCancellationRequested();
            _events.Submitted(output);
        }
    }

    private TimeSpan? Seconds(WholeNumber? number, JsonNode? input) =>
        number is null ? null : TimeSpan.FromSeconds(visit.Whole(number, input));

    /// <summary>Nobody waits for what is left of a try; its end is of no interest, even a failed one.</summary>
    private static void Forget(Task task)
    {
        _ = task.ContinueWith(
            static done => _ = done.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }
}
