namespace SonicBridge.Local.Connect.Api;

/// <summary>Contact flows and flow modules are kept alike; what their APIs call things differs.</summary>
/// <param name="Path">The first part of the path of one.</param>
/// <param name="SummaryPath">The first part of the path of the list.</param>
/// <param name="ArnPart">What stands before the id in the ARN.</param>
/// <param name="Shape">The name of the described object.</param>
/// <param name="ListShape">The name of the list.</param>
/// <param name="HashName">The name of the content's SHA-256.</param>
/// <param name="InvalidError">What refuses a content.</param>
/// <param name="ProblemsName">Where that error lists the problems.</param>
/// <param name="Limit">How many an instance may have.</param>
internal sealed record FlowKind(
    string Path,
    string SummaryPath,
    string ArnPart,
    string Shape,
    string ListShape,
    string HashName,
    string InvalidError,
    string ProblemsName,
    int Limit
)
{
    public static FlowKind Flow { get; } =
        new(
            "contact-flows",
            "contact-flows-summary",
            "contact-flow",
            "ContactFlow",
            "ContactFlowSummaryList",
            "FlowContentSha256",
            "InvalidContactFlowException",
            "problems",
            100
        );

    public static FlowKind Module { get; } =
        new(
            "contact-flow-modules",
            "contact-flow-modules-summary",
            "flow-module",
            "ContactFlowModule",
            "ContactFlowModulesSummaryList",
            "FlowModuleContentSha256",
            "InvalidContactFlowModuleException",
            "Problems",
            200
        );

    public bool IsModule => this == Module;

    /// <summary>The name of the member that holds whether it is in use.</summary>
    public string StateName => IsModule ? "State" : "ContactFlowState";
}
