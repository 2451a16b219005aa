using SonicBridge.Bridge.Conversation;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Playback;

/// <summary>Keeps which samples of the agent's voice are in which prompt, and so what the caller has heard.</summary>
internal sealed class PlaybackLedger
{
    private readonly List<(int Number, SampleRange Samples)> _prompts = [];
    private readonly List<SampleRange> _dropped = [];

    /// <summary>A prompt was cut.</summary>
    public void Cut(int number, SampleRange samples) => _prompts.Add((number, samples));

    /// <summary>Voice was dropped before it became a prompt.</summary>
    public void Drop(SampleRange samples)
    {
        if (samples.Length > 0)
        {
            _dropped.Add(samples);
        }
    }

    /// <summary>Whether any prompt may be void, so that it has to be known how far the flow has come.</summary>
    /// <inheritdoc cref="Unheard"/>
    public bool DependsOnProgress(int droppedThrough) => _prompts is [var first, ..] && first.Number <= droppedThrough;

    /// <summary>What the caller has not heard, and will not.</summary>
    /// <param name="progress">How far the flow has come.</param>
    /// <param name="droppedThrough">Prompts up to this one that were not handed out are void.</param>
    public List<SampleRange> Unheard(Progress? progress, int droppedThrough) =>
        [
            .. _dropped,
            .. _prompts
                .Where(prompt => IsVoid(prompt.Number, progress, droppedThrough))
                .Select(prompt => prompt.Samples),
        ];

    private static bool IsVoid(int number, Progress? progress, int droppedThrough) =>
        number > (progress?.HandedOut ?? 0) ? number <= droppedThrough : !progress!.WasHandedOut(number);
}
