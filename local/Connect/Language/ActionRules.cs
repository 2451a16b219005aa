using System.Collections.Frozen;

namespace SonicBridge.Local.Connect.Language;

/// <summary>
/// The actions of Amazon Connect's flow language, version 2019-10-30 ("Actions in the flow language" in the developer
/// guide), as far as flows for the telephone use them.
/// </summary>
internal static class ActionRules
{
    private const string Error = "NoMatchingError";
    private const string Condition = "NoMatchingCondition";

    private static readonly string[] Spoken = ["Text", "SSML", "PromptId", "Media"];

    private static readonly FrozenDictionary<string, ActionRule> ByType = new Dictionary<string, ActionRule>
    {
        ["CheckHoursOfOperation"] = new([], ["HoursOfOperationId"], [Error]) { Branching = Branching.Always },
        ["CheckMetricData"] = new(["MetricType"], ["QueueId", "AgentId"], [Error])
        {
            MoreErrors = [Condition],
            Branching = Branching.Always,
        },
        ["Compare"] = new(["ComparisonValue"], [], [Condition]) { Branching = Branching.Always },
        ["DisconnectParticipant"] = new([], [], []) { IsTerminal = true },
        ["DistributeByPercentage"] = new([], [], [Condition]) { Branching = Branching.Always },
        ["EndFlowExecution"] = new([], [], []) { IsTerminal = true },
        ["EndFlowModuleExecution"] = new([], [], []) { IsTerminal = true },
        ["GetParticipantInput"] = new(
            ["InputTimeLimitSeconds", "StoreInput"],
            [.. Spoken, "InputValidation", "InputEncryption", "DTMFConfiguration"],
            [Error]
        )
        {
            MoreErrors = [Condition, "InputTimeLimitExceeded", "InvalidPhoneNumber"],
            Branching = Branching.Sometimes,
        },
        ["InvokeFlowModule"] = new(["FlowModuleId"], [], [Error]) { Branching = Branching.Sometimes },
        ["InvokeLambdaFunction"] = new(
            ["LambdaFunctionARN", "InvocationTimeLimitSeconds"],
            ["InvocationType", "LambdaInvocationAttributes", "ResponseValidation"],
            [Error]
        ),
        ["Loop"] = new(["LoopCount"], [], []) { Branching = Branching.Always },
        ["MessageParticipant"] = new([], [.. Spoken, "SkipWhenDTMFBufferEnabled"], [Error]),
        ["TagContact"] = new(["Tags"], [], [Error]),
        ["TransferContactToQueue"] = new([], [], ["QueueAtCapacity", Error]),
        ["TransferToFlow"] = new(["ContactFlowId"], [], [Error]) { NextIsOptional = true },
        ["UpdateContactAttributes"] = new(["Attributes"], ["TargetContact"], [Error]),
        ["UpdateContactEventHooks"] = new(["EventHooks"], [], [Error]),
        ["UpdateContactMediaStreamingBehavior"] = new(
            ["MediaStreamingState", "Participants", "MediaStreamType"],
            [],
            [Error]
        ),
        ["UpdateContactRecordingBehavior"] = new(["RecordingBehavior"], ["AnalyticsBehavior"], [])
        {
            MoreErrors = [Error],
        },
        ["UpdateContactTargetQueue"] = new([], ["QueueId", "AgentId"], [Error]),
        ["UpdateContactTextToSpeechVoice"] = new(["TextToSpeechVoice"], ["TextToSpeechEngine", "TextToSpeechStyle"], [])
        {
            MoreErrors = [Error],
        },
        ["UpdateFlowAttributes"] = new(["FlowAttributes"], [], [Error]),
        ["UpdateFlowLoggingBehavior"] = new(["FlowLoggingBehavior"], [], []),
        ["Wait"] = new([], ["TimeLimitSeconds", "TimeoutSeconds", "Events"], [Error])
        {
            Branching = Branching.Always,
            NextIsOptional = true,
        },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ActionRule? Find(string type) => ByType.GetValueOrDefault(type);
}
