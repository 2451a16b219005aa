namespace SonicBridge.Bench.Calls;

/// <summary>What is kept whole, and not as one figure.</summary>
internal enum Measure
{
    /// <summary>From a fragment's being handed out to each of its blocks' being at the model.</summary>
    AddedLatency,

    /// <summary>From an answer's first audio to the playlist that names its first prompt.</summary>
    AnswerPrompt,
}
