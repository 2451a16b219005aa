namespace Amazon.CloudFormation.Model;

/// <summary>A parameter of a template, and its value.</summary>
public partial class Parameter
{
    public string ParameterKey { get; set; }

    public string ParameterValue { get; set; }

    public string ResolvedValue { get; set; }

    public bool? UsePreviousValue { get; set; }
}
