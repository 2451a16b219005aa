namespace SonicBridge.Local.Script;

/// <summary>A scenario cannot be played. The message is a sentence for its author: which file, what is wrong, what to do.</summary>
public sealed class ScenarioException(string message) : Exception(message);
