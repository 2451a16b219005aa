namespace SonicBridge.Local.Ecs;

/// <summary>One line that a container wrote.</summary>
/// <param name="TaskArn">Whose container.</param>
/// <param name="At">When the line was read.</param>
public readonly record struct TaskLogLine(string TaskArn, string Container, DateTimeOffset At, string Text);
