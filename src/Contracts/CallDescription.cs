namespace SonicBridge.Contracts;

/// <summary><c>call.json</c>, written by the call-start Lambda (<c>invoke-ecs-ec2-task</c>): where the caller's voice is, and since when.</summary>
public sealed record CallDescription
{
    public required ContactId ContactId { get; init; }

    /// <summary>The ARN of the Kinesis video stream to which Connect publishes the call.</summary>
    public required string StreamArn { get; init; }

    /// <summary>The number of the call's first fragment, when Connect named it: a decimal of up to 128 digits.</summary>
    public string? StartFragmentNumber { get; init; }

    /// <summary>When Connect began to stream, in Unix milliseconds, when it said so.</summary>
    public long? StartTimestamp { get; init; }

    /// <summary>The call's place in a trace, as W3C Trace Context writes it (<c>traceparent</c>), when there is one.</summary>
    public string? TraceParent { get; init; }
}
