using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.StandIns;

namespace Amazon.Lambda.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static AddPermissionResponse AddPermissionResponseOf(JsonElement json) =>
        new() { Statement = json.Text("Statement") };

    public static GetPolicyResponse GetPolicyResponseOf(JsonElement json) =>
        new() { Policy = json.Text("Policy"), RevisionId = json.Text("RevisionId") };

    public static GetFunctionConcurrencyResponse GetFunctionConcurrencyResponseOf(JsonElement json) =>
        new() { ReservedConcurrentExecutions = json.Number("ReservedConcurrentExecutions") };

    public static PutFunctionConcurrencyResponse PutFunctionConcurrencyResponseOf(JsonElement json) =>
        new() { ReservedConcurrentExecutions = json.Number("ReservedConcurrentExecutions") };

    public static ListEventSourceMappingsResponse ListEventSourceMappingsResponseOf(JsonElement json) =>
        new()
        {
            EventSourceMappings = json.List("EventSourceMappings", EventSourceMappingConfigurationOf),
            NextMarker = json.Text("NextMarker"),
        };

    public static EventSourceMappingConfiguration EventSourceMappingConfigurationOf(JsonElement json) =>
        new()
        {
            BatchSize = json.Number("BatchSize"),
            BisectBatchOnFunctionError = json.Flag("BisectBatchOnFunctionError"),
            DestinationConfig = json.Object("DestinationConfig", DestinationConfigOf),
            EventSourceArn = json.Text("EventSourceArn"),
            EventSourceMappingArn = json.Text("EventSourceMappingArn"),
            FilterCriteria = json.Object("FilterCriteria", FilterCriteriaOf),
            FilterCriteriaError = json.Object("FilterCriteriaError", FilterCriteriaErrorOf),
            FunctionArn = json.Text("FunctionArn"),
            FunctionResponseTypes = json.Texts("FunctionResponseTypes"),
            KMSKeyArn = json.Text("KMSKeyArn"),
            LastModified = json.Time("LastModified"),
            LastProcessingResult = json.Text("LastProcessingResult"),
            MaximumBatchingWindowInSeconds = json.Number("MaximumBatchingWindowInSeconds"),
            MaximumRecordAgeInSeconds = json.Number("MaximumRecordAgeInSeconds"),
            MaximumRetryAttempts = json.Number("MaximumRetryAttempts"),
            ParallelizationFactor = json.Number("ParallelizationFactor"),
            Queues = json.Texts("Queues"),
            ScalingConfig = json.Object("ScalingConfig", ScalingConfigOf),
            StartingPosition = json.Text("StartingPosition"),
            StartingPositionTimestamp = json.Time("StartingPositionTimestamp"),
            State = json.Text("State"),
            StateTransitionReason = json.Text("StateTransitionReason"),
            Topics = json.Texts("Topics"),
            TumblingWindowInSeconds = json.Number("TumblingWindowInSeconds"),
            UUID = json.Text("UUID"),
        };

    public static DestinationConfig DestinationConfigOf(JsonElement json) =>
        new() { OnFailure = json.Object("OnFailure", OnFailureOf), OnSuccess = json.Object("OnSuccess", OnSuccessOf) };

    public static OnFailure OnFailureOf(JsonElement json) => new() { Destination = json.Text("Destination") };

    public static OnSuccess OnSuccessOf(JsonElement json) => new() { Destination = json.Text("Destination") };

    public static FilterCriteria FilterCriteriaOf(JsonElement json) =>
        new() { Filters = json.List("Filters", FilterOf) };

    public static Filter FilterOf(JsonElement json) => new() { Pattern = json.Text("Pattern") };

    public static FilterCriteriaError FilterCriteriaErrorOf(JsonElement json) =>
        new() { ErrorCode = json.Text("ErrorCode"), Message = json.Text("Message") };

    public static ScalingConfig ScalingConfigOf(JsonElement json) =>
        new() { MaximumConcurrency = json.Number("MaximumConcurrency") };

    public static ListTagsResponse ListTagsResponseOf(JsonElement json) => new() { Tags = json.TextMap("Tags") };
}
