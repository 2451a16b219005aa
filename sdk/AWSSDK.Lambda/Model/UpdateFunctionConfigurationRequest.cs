using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>What to change; what is not set stays.</summary>
public partial class UpdateFunctionConfigurationRequest : AmazonLambdaRequest
{
    public CapacityProviderConfig CapacityProviderConfig { get; set; }

    public DeadLetterConfig DeadLetterConfig { get; set; }

    public string Description { get; set; }

    public DurableConfig DurableConfig { get; set; }

    public Environment Environment { get; set; }

    public EphemeralStorage EphemeralStorage { get; set; }

    public List<FileSystemConfig> FileSystemConfigs { get; set; } = Unset.List<FileSystemConfig>();

    public string FunctionName { get; set; }

    public string Handler { get; set; }

    public ImageConfig ImageConfig { get; set; }

    public string KMSKeyArn { get; set; }

    public List<string> Layers { get; set; } = Unset.List<string>();

    public LoggingConfig LoggingConfig { get; set; }

    public int? MemorySize { get; set; }

    public string RevisionId { get; set; }

    public string Role { get; set; }

    public Runtime Runtime { get; set; }

    public SnapStart SnapStart { get; set; }

    public int? Timeout { get; set; }

    public TracingConfig TracingConfig { get; set; }

    public VpcConfig VpcConfig { get; set; }
}
