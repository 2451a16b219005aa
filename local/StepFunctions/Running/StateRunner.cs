using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>Enters a state, runs it as often as its retries say, and leaves it by its own way or by a catcher.</summary>
internal sealed class StateRunner(RunServices services, JsonObject context, HistoryThread thread)
{
    public async Task<StateStep> RunAsync(State state, JsonNode? input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var visit = Enter(state, input);
        try
        {
            var step = await RunWithRetriesAsync(visit, cancellationToken);
            StateVisit.CheckSize(step.Output, state.Name);
            thread.Add(
                $"{state.Type}StateExited",
                new JsonObject { ["name"] = state.Name, ["output"] = JsonText.Write(step.Output) }
            );
            return step;
        }
        catch (OperationCanceledException) when (state is TaskState or WaitState or ParallelState or MapState)
        {
            thread.Add($"{state.Type}StateAborted");
            throw;
        }
    }

    private StateVisit Enter(State state, JsonNode? input)
    {
        thread.State = state.Name;
        var entered = thread.Add(
            $"{state.Type}StateEntered",
            new JsonObject { ["input"] = JsonText.Write(input), ["name"] = state.Name }
        );
        var own = (JsonObject)context.DeepClone();
        own["State"] = new JsonObject
        {
            ["EnteredTime"] = Timestamps.Write(services.Time.GetUtcNow()),
            ["Name"] = state.Name,
            ["RetryCount"] = 0,
        };
        return new StateVisit(state, input, own, thread, entered, services.Random);
    }

    private async Task<StateStep> RunWithRetriesAsync(StateVisit visit, CancellationToken cancellationToken)
    {
        var fallible = visit.State as FallibleState;
        var retries = new RetryPlan(fallible?.Retry ?? [], services.Random);
        while (true)
        {
            TimeSpan delay;
            try
            {
                return await RunOnceAsync(visit, cancellationToken);
            }
            catch (StateFailedException e)
            {
                if (retries.NextDelay(e) is not { } next)
                {
                    GiveUp(visit.State);
                    if (Catch(visit, fallible, e) is not { } caught)
                    {
                        throw;
                    }

                    return caught;
                }

                delay = next;
            }

            await services.Pauses.DelayAsync(delay, cancellationToken);
            visit.Context["State"]!["RetryCount"] = retries.Count;
        }
    }

    private async Task<StateStep> RunOnceAsync(StateVisit visit, CancellationToken cancellationToken)
    {
        switch (visit.State)
        {
            case PassState pass:
                var filled = visit.Fill(pass.Parameters, visit.SelectInput());
                return Leave(visit, pass.HasResult ? pass.Result : filled);
            case SucceedState:
                return Leave(visit, visit.SelectInput());
            case FailState fail:
                throw new StateFailedException(Text(visit, fail.Error), Text(visit, fail.Cause));
            case ChoiceState choice:
                return Choose(visit, choice);
            case WaitState wait:
                await services.Pauses.DelayAsync(WaitTime.Of(visit, wait, services.Time), cancellationToken);
                return Leave(visit, visit.SelectInput());
            case TaskState task:
                return Leave(visit, await new TaskRunner(services, visit, task).RunAsync(cancellationToken));
            case ParallelState parallel:
                return Leave(
                    visit,
                    await new ParallelRunner(services, visit, context).RunAsync(parallel, cancellationToken)
                );
            case MapState map:
                return Leave(visit, await new MapRunner(services, visit, context).RunAsync(map, cancellationToken));
            default:
                throw new InvalidOperationException($"No runner knows a {visit.State.Type} state.");
        }
    }

    private static StateStep Leave(StateVisit visit, JsonNode? result) => new(visit.Finish(result), visit.State.Next);

    private static StateStep Choose(StateVisit visit, ChoiceState choice)
    {
        var scope = visit.Over(visit.SelectInput());
        var chosen = visit.Guard(() =>
            choice.Choices.FirstOrDefault(entry => ChoiceEvaluation.Holds(entry.Rule, scope))
        );
        var next = chosen?.Next ?? choice.Default;
        return next is not null
            ? new StateStep(visit.Finish(scope.Data), next)
            : throw new StateFailedException(
                ErrorNames.NoChoiceMatched,
                $"No choice of the state '{choice.Name}' matched, and it has no Default."
            );
    }

    private static string? Text(StateVisit visit, Expression? expression)
    {
        if (expression is null)
        {
            return null;
        }

        var value = visit.Guard(() => expression.Evaluate(visit.Over(visit.Input)));
        return value is JsonValue text && text.TryGetValue<string>(out var read)
            ? read
            : throw visit.Runtime($"A Fail state's Error and Cause have to be strings, not {JsonText.Write(value)}.");
    }

    private void GiveUp(State state)
    {
        if (state is ParallelState or MapState)
        {
            thread.Add($"{state.Type}StateFailed");
        }
    }

    /// <summary>The way out by a catcher; null when none answers to the failure.</summary>
    private static StateStep? Catch(StateVisit visit, FallibleState? state, StateFailedException failure)
    {
        var catcher = state?.Catch.FirstOrDefault(entry =>
            entry.ErrorEquals.Any(name => ErrorNames.Covers(name, failure))
        );
        if (catcher is null)
        {
            return null;
        }

        var error = new JsonObject { ["Error"] = failure.Error ?? "", ["Cause"] = failure.Cause ?? "" };
        return new StateStep(visit.Join(catcher.ResultPath, error), catcher.Next);
    }
}
