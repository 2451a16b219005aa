namespace SonicBridge.Steps.Flows;

/// <summary>What this stack gives to contact flows, by the environment of the steps that change them.</summary>
internal sealed record NewFunctions(string? StartFunctionArn, string? NextPromptFunctionArn, string? AgentQueueArn)
{
    /// <summary>The same as the call loop takes it.</summary>
    /// <exception cref="InvalidOperationException">The environment names no functions.</exception>
    public GraftSettings Settings =>
        new(
            Setting.Required(StartFunctionArn, "START_FUNCTION_ARN"),
            Setting.Required(NextPromptFunctionArn, "NEXT_PROMPT_FUNCTION_ARN"),
            AgentQueueArn
        );

    public static NewFunctions FromEnvironment() =>
        new(
            Setting.Optional("START_FUNCTION_ARN"),
            Setting.Optional("NEXT_PROMPT_FUNCTION_ARN"),
            Setting.Optional("AGENT_QUEUE_ARN")
        );
}
