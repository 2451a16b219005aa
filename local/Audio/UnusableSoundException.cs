namespace SonicBridge.Local.Audio;

/// <summary>A file cannot be used as sound. The message is a sentence for whoever gave it: what is wrong and what to do.</summary>
public sealed class UnusableSoundException(string message) : Exception(message);
