using System.Text.Json.Serialization;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Call;

/// <summary>What the contact flow does next: one flat object of strings, by whose <c>action</c> it branches.</summary>
public sealed record NextPromptAnswer
{
    private NextPromptAnswer(FlowStep action) => Action = action;

    [JsonPropertyName("action")]
    public FlowStep Action { get; }

    /// <summary>The address that Connect plays from; only with <see cref="FlowStep.Play"/>.</summary>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; private init; }

    internal static NextPromptAnswer Play(string address) => new(FlowStep.Play) { Prompt = address };

    internal static NextPromptAnswer Do(FlowStep step) =>
        step is FlowStep.Play
            ? throw new ArgumentException("To play takes a prompt's address.", nameof(step))
            : new NextPromptAnswer(step);
}
