namespace SonicBridge.Contracts;

/// <summary>
/// One stretch of what the caller is to hear: a WAV file that Connect plays (G.711 µ-law, 8 kHz, mono), or a text that
/// Connect speaks in a voice of its own. Never both.
/// </summary>
public sealed record Prompt
{
    /// <summary>Reads or makes a prompt of either kind.</summary>
    /// <exception cref="ArgumentException">It has both a file and a text, or neither.</exception>
    public Prompt(int number, string? file, int milliseconds, string? text = null)
    {
        if (file is null == text is null)
        {
            throw new ArgumentException($"Prompt {number} has to have either a file or a text.", nameof(text));
        }

        (Number, File, Milliseconds, Text) = (number, file, milliseconds, text);
    }

    /// <summary>From 1, rising by one over the whole call.</summary>
    public int Number { get; }

    /// <summary>Its name inside the call's folder; null for a text.</summary>
    public string? File { get; }

    /// <summary>How long it plays; of a text, about how long.</summary>
    public int Milliseconds { get; }

    /// <summary>What Connect says; null for a file.</summary>
    public string? Text { get; }

    /// <summary>A text that Connect is to say.</summary>
    public static Prompt Saying(int number, string text, int milliseconds) => new(number, null, milliseconds, text);
}
