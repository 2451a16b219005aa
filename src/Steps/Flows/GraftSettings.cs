namespace SonicBridge.Steps.Flows;

/// <summary>What the call loop invokes, and to whom it hands a caller.</summary>
/// <param name="StartFunctionArn">The call-start Lambda (<c>invoke-ecs-ec2-task</c>).</param>
/// <param name="NextPromptFunctionArn">The function that says what the caller hears next.</param>
/// <param name="AgentQueueArn">The queue of those who take over; null to take the old action's error branch instead.</param>
internal sealed record GraftSettings(string StartFunctionArn, string NextPromptFunctionArn, string? AgentQueueArn);
