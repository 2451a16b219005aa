using SonicBridge.Local.Sonic;

namespace SonicBridge.Local.Call;

/// <summary>A tool that the model called.</summary>
/// <param name="At">When, from the start of the call.</param>
internal sealed record ToolCalled(SonicSession Session, ToolUse Use, TimeSpan At)
{
    /// <summary>What it answered; null before.</summary>
    public string? Answer { get; set; }
}
