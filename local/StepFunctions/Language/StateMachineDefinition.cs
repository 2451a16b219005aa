namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>A state machine, or a branch of a Parallel state, or what a Map state does with each item.</summary>
/// <param name="StartAt">The first state's name.</param>
/// <param name="States">The states by name.</param>
public record StateFlow(string StartAt, IReadOnlyDictionary<string, State> States);

/// <summary>A state machine as its definition has it.</summary>
/// <param name="Comment">For the reader of the console.</param>
/// <param name="TimeoutSeconds">After which an execution is stopped, or null.</param>
public sealed record StateMachineDefinition(
    string StartAt,
    IReadOnlyDictionary<string, State> States,
    string? Comment,
    long? TimeoutSeconds
) : StateFlow(StartAt, States);
