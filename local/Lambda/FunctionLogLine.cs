namespace SonicBridge.Local.Lambda;

/// <summary>One line of a function's log: what it wrote, or Lambda's own START, END and REPORT.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="ProcessId">Which of its processes.</param>
/// <param name="At">When the line was read.</param>
public readonly record struct FunctionLogLine(string Function, int ProcessId, DateTimeOffset At, string Text);
