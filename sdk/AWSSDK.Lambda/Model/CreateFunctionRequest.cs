using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>A function's code and configuration.</summary>
public partial class CreateFunctionRequest : AmazonLambdaRequest
{
    public List<string> Architectures { get; set; } = Unset.List<string>();

    public CapacityProviderConfig CapacityProviderConfig { get; set; }

    public FunctionCode Code { get; set; }

    public string CodeSigningConfigArn { get; set; }

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

    public PackageType PackageType { get; set; }

    public bool? Publish { get; set; }

    public FunctionVersionLatestPublished PublishTo { get; set; }

    public string Role { get; set; }

    public Runtime Runtime { get; set; }

    public SnapStart SnapStart { get; set; }

    public Dictionary<string, string> Tags { get; set; } = Unset.Map<string, string>();

    public TenancyConfig TenancyConfig { get; set; }

    public int? Timeout { get; set; }

    public TracingConfig TracingConfig { get; set; }

    public VpcConfig VpcConfig { get; set; }
}
