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

    /// <summary>What Connect is to say; only with <see cref="FlowStep.Say"/>.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; private init; }

    /// <summary>The queue that the agent chose; only with <see cref="FlowStep.Transfer"/>, and then not always.</summary>
    [JsonPropertyName("queue")]
    public string? Queue { get; private init; }

    /// <summary>What the agent tells the person who takes over; as <see cref="Queue"/>.</summary>
    [JsonPropertyName("summary")]
    public string? Summary { get; private init; }

    internal static NextPromptAnswer Play(string address) => new(FlowStep.Play) { Prompt = address };

    internal static NextPromptAnswer Say(string text) => new(FlowStep.Say) { Text = text };

    internal static NextPromptAnswer Transfer(TransferTarget target) =>
        new(FlowStep.Transfer) { Queue = target.Queue, Summary = target.Summary };

    internal static NextPromptAnswer Do(FlowStep step) =>
        step is FlowStep.Play or FlowStep.Say
            ? throw new ArgumentException("To play or to say takes what is to be heard.", nameof(step))
            : new NextPromptAnswer(step);
}
