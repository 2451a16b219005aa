using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>What all flows of one execution share.</summary>
/// <param name="Execution">The execution.</param>
/// <param name="Time">The clock.</param>
/// <param name="Pauses">The clock of what is only waited for: Wait states, and the time between two tries.</param>
/// <param name="Random">The source of chance.</param>
/// <param name="Tokens">The task tokens that are waited for.</param>
/// <param name="Integrations">What Task states may call.</param>
internal sealed record RunServices(
    Execution Execution,
    TimeProvider Time,
    TimeProvider Pauses,
    Random Random,
    TaskTokens Tokens,
    IReadOnlyList<ITaskIntegration> Integrations
);

/// <summary>Runs a flow of states from its first to its end.</summary>
/// <param name="services">What the flows of the execution share.</param>
/// <param name="context">The context object, as far as it is the same in every state of the flow.</param>
internal sealed class FlowRunner(RunServices services, JsonObject context)
{
    /// <returns>The last state's output.</returns>
    /// <exception cref="StateFailedException">A state failed and nothing caught it.</exception>
    public async Task<JsonNode?> RunAsync(
        StateFlow flow,
        JsonNode? input,
        HistoryThread thread,
        CancellationToken cancellationToken
    )
    {
        var name = flow.StartAt;
        while (true)
        {
            var step = await new StateRunner(services, context, thread).RunAsync(
                flow.States[name],
                input,
                cancellationToken
            );
            if (step.Next is null)
            {
                return step.Output;
            }

            (name, input) = (step.Next, step.Output);
        }
    }
}

/// <summary>How a state was left.</summary>
/// <param name="Output">What the next state gets.</param>
/// <param name="Next">The next state, or null at the flow's end.</param>
internal readonly record struct StateStep(JsonNode? Output, string? Next);
