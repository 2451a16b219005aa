using System;
using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>A stream or queue that a function reads.</summary>
public partial class EventSourceMappingConfiguration
{
    public int? BatchSize { get; set; }

    public bool? BisectBatchOnFunctionError { get; set; }

    public DestinationConfig DestinationConfig { get; set; }

    public string EventSourceArn { get; set; }

    public string EventSourceMappingArn { get; set; }

    public FilterCriteria FilterCriteria { get; set; }

    public FilterCriteriaError FilterCriteriaError { get; set; }

    public string FunctionArn { get; set; }

    public List<string> FunctionResponseTypes { get; set; } = Unset.List<string>();

    public string KMSKeyArn { get; set; }

    public DateTime? LastModified { get; set; }

    public string LastProcessingResult { get; set; }

    public int? MaximumBatchingWindowInSeconds { get; set; }

    public int? MaximumRecordAgeInSeconds { get; set; }

    public int? MaximumRetryAttempts { get; set; }

    public int? ParallelizationFactor { get; set; }

    public List<string> Queues { get; set; } = Unset.List<string>();

    public ScalingConfig ScalingConfig { get; set; }

    public EventSourcePosition StartingPosition { get; set; }

    public DateTime? StartingPositionTimestamp { get; set; }

    public string State { get; set; }

    public string StateTransitionReason { get; set; }

    public List<string> Topics { get; set; } = Unset.List<string>();

    public int? TumblingWindowInSeconds { get; set; }

    public string UUID { get; set; }
}
