namespace Amazon.BedrockRuntime.Model;

/// <summary>An event that may be sent to a model: <see cref="BidirectionalInputPayloadPart"/> is the only one.</summary>
public interface IInvokeModelWithBidirectionalStreamInputEvent { }
