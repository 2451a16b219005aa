namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>A state machine's definition is wrong, or asks for what this engine does not know. The message names the place.</summary>
/// <param name="place">Such as <c>/States/LaunchBridge/Retry[0]</c>.</param>
/// <param name="reason">What is wrong there.</param>
public sealed class DefinitionRefusedException(string place, string reason) : Exception($"{place}: {reason}")
{
    public string Place => place;
}
