namespace Amazon.Connect.Model;

/// <summary>A flow module without its content.</summary>
public partial class ContactFlowModuleSummary
{
    public string Arn { get; set; }

    public string Id { get; set; }

    public string Name { get; set; }

    public ContactFlowModuleState State { get; set; }
}
