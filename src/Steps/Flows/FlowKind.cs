namespace SonicBridge.Steps.Flows;

/// <summary>What Amazon Connect lets an action do in a flow of some type.</summary>
/// <param name="CarriesCalls">
/// Whether the call loop can stand in it. Hold flows know no media streaming, whisper flows no hang-up, and neither knows
/// DistributeByPercentage.
/// </param>
/// <param name="TransfersToQueue">Whether it may hand a caller to a queue; one who waits in a queue is in it already.</param>
/// <param name="GoesOn">Whether the flow around it has more to do when the conversation is over: so it is with modules.</param>
internal sealed record FlowKind(bool CarriesCalls, bool TransfersToQueue, bool GoesOn)
{
    public static FlowKind Module { get; } = new(CarriesCalls: true, TransfersToQueue: true, GoesOn: true);

    /// <summary>Of a flow of a type such as <c>CONTACT_FLOW</c>.</summary>
    public static FlowKind Of(string type) =>
        type switch
        {
            "CONTACT_FLOW" or "AGENT_TRANSFER" or "QUEUE_TRANSFER" => new(true, true, false),
            "CUSTOMER_QUEUE" => new(true, false, false),
            _ => new(false, false, false),
        };
}
