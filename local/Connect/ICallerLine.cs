namespace SonicBridge.Local.Connect;

/// <summary>The telephone line between a caller and Amazon Connect.</summary>
public interface ICallerLine
{
    /// <summary>Cancelled when the caller hangs up.</summary>
    CancellationToken HungUp { get; }

    /// <summary>Begins to publish the caller's voice.</summary>
    MediaStream StartStreaming(Contact contact);

    /// <summary>Ends it; harmless when it was never begun.</summary>
    void StopStreaming();

    /// <summary>Plays to the caller, and returns when the last sample was heard.</summary>
    Task HearAsync(SpokenPrompt prompt, CancellationToken cancellationToken);
}

/// <summary>What Connect plays to the caller.</summary>
/// <param name="Source">For the view: the file, or the text that Amazon Polly would speak.</param>
/// <param name="Samples">16-bit, 8 kHz, mono.</param>
public sealed record SpokenPrompt(string Source, ReadOnlyMemory<short> Samples);

/// <summary>Where prompts come from.</summary>
public interface IPromptSource
{
    /// <summary>The sound at an address, or null when Connect could not play it: the flow then takes its error branch.</summary>
    SpokenPrompt? Fetch(Uri address);

    /// <summary>The sound of a text.</summary>
    SpokenPrompt Speak(string text);
}
