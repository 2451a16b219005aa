namespace Amazon.ECS.Model;

/// <summary>A file of environment variables.</summary>
public partial class EnvironmentFile
{
    public EnvironmentFileType Type { get; set; }

    public string Value { get; set; }
}
