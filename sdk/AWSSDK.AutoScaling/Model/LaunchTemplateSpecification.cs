namespace Amazon.AutoScaling.Model;

/// <summary>The launch template that instances are made from.</summary>
public partial class LaunchTemplateSpecification
{
    public string LaunchTemplateId { get; set; }

    public string LaunchTemplateName { get; set; }

    public string Version { get; set; }
}
