namespace SonicBridge.Steps.Verify;

/// <summary>What the synthetic caller says: a recorded sentence, with the silence before it in which a person breathes in.</summary>
internal static class CanarySpeech
{
    private const string Resource = "canary.wav";

    /// <summary>The samples: 16 bits, 8 kHz.</summary>
    public static short[] Read()
    {
        using var resource =
            typeof(CanarySpeech).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of the assembly.");
        using var file = new MemoryStream();
        resource.CopyTo(file);
        return [.. new short[MuLawSound.Hertz / 2], .. MuLawSound.Read(file.ToArray())];
    }
}
