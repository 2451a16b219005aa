namespace Amazon.Lambda.Model;

/// <summary>The version of the runtime.</summary>
public partial class RuntimeVersionConfig
{
    public RuntimeVersionError Error { get; set; }

    public string RuntimeVersionArn { get; set; }
}
