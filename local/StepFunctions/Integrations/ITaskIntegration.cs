using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.StepFunctions.Integrations;

/// <summary>A service that Task states can call.</summary>
public interface ITaskIntegration
{
    bool Serves(TaskResource resource);

    /// <summary>Why a definition may not call the service so: an unknown or missing parameter. Null when it may.</summary>
    string? Refusal(TaskResource resource, PayloadTemplate? parameters);

    /// <summary>
    /// Calls the service. With a task token the answer is what the call itself yields: the state then waits for its token.
    /// </summary>
    /// <exception cref="StateFailedException">The call failed.</exception>
    Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken);
}

/// <summary>One call of a service by a Task state.</summary>
/// <param name="Resource">What is called.</param>
/// <param name="Parameters">With what: the state's input when it has no Parameters.</param>
/// <param name="ExecutionArn">On whose behalf.</param>
/// <param name="Submitted">Says, for the <c>.sync</c> patterns, that the job was taken on, with the service's answer.</param>
public sealed record TaskCall(
    TaskResource Resource,
    JsonNode? Parameters,
    string ExecutionArn,
    Action<JsonNode?> Submitted
);
