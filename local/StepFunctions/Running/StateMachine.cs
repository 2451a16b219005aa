using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>A state machine that can be started.</summary>
/// <param name="Arn">By which it is named.</param>
/// <param name="Name">The last part of the ARN.</param>
/// <param name="Text">The definition's text, with its substitutions filled in.</param>
/// <param name="Definition">The same, as it is run.</param>
/// <param name="RoleArn">The role that it would run as.</param>
/// <param name="CreationDate">When it was made.</param>
public sealed record StateMachine(
    string Arn,
    string Name,
    string Text,
    StateMachineDefinition Definition,
    string RoleArn,
    DateTimeOffset CreationDate
)
{
    /// <summary>Changes with each update; null until the first.</summary>
    public string? RevisionId { get; init; }

    /// <summary>When the definition was last changed.</summary>
    public DateTimeOffset UpdateDate { get; init; } = CreationDate;
}
