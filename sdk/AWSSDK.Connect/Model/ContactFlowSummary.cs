namespace Amazon.Connect.Model;

/// <summary>A flow without its content.</summary>
public partial class ContactFlowSummary
{
    public string Arn { get; set; }

    public ContactFlowState ContactFlowState { get; set; }

    public ContactFlowStatus ContactFlowStatus { get; set; }

    public ContactFlowType ContactFlowType { get; set; }

    public string Id { get; set; }

    public string Name { get; set; }
}
