using Amazon.Lambda.Model;

namespace SonicBridge.Steps.Backup;

/// <summary>
/// <c>function.json</c>: a function's settings, those that somebody chose. Left out is what Lambda changes by itself:
/// when it was modified, revision id, states, the size of the code, the ARN of the runtime's build.
/// </summary>
internal sealed record FunctionRecord
{
    public required string FunctionName { get; init; }
    public required string Role { get; init; }
    public string? Runtime { get; init; }
    public string? Handler { get; init; }
    public string? Description { get; init; }
    public int? Timeout { get; init; }
    public int? MemorySize { get; init; }
    public IReadOnlyList<string> Architectures { get; init; } = [];
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
    public string? KmsKeyArn { get; init; }
    public FunctionNetwork? Network { get; init; }
    public IReadOnlyList<string> Layers { get; init; } = [];
    public IReadOnlyList<FunctionMount> FileSystems { get; init; } = [];
    public string? Tracing { get; init; }
    public string? DeadLetterTarget { get; init; }
    public int? EphemeralStorage { get; init; }
    public string? SnapStart { get; init; }
    public FunctionLogging? Logging { get; init; }
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The SHA-256 of the code's zip, in base64 as Lambda says it.</summary>
    public required string CodeSha256 { get; init; }

    /// <summary>Settings that stay as long as the function does and that this backup could not give to a new one.</summary>
    public IReadOnlyList<string> NotKept { get; init; } = [];

    public static FunctionRecord Of(FunctionConfiguration live, IReadOnlyDictionary<string, string>? tags) =>
        new()
        {
            FunctionName = live.FunctionName,
            Role = live.Role,
            Runtime = live.Runtime?.Value,
            Handler = live.Handler,
            Description = live.Description is { Length: > 0 } description ? description : null,
            Timeout = live.Timeout,
            MemorySize = live.MemorySize,
            Architectures = live.Architectures ?? [],
            Environment = live.Environment?.Variables ?? [],
            KmsKeyArn = live.KMSKeyArn is { Length: > 0 } key ? key : null,
            Network = FunctionNetwork.Of(live.VpcConfig),
            Layers = [.. (live.Layers ?? []).Select(layer => layer.Arn)],
            FileSystems =
            [
                .. (live.FileSystemConfigs ?? []).Select(mount => new FunctionMount(mount.Arn, mount.LocalMountPath)),
            ],
            Tracing = live.TracingConfig?.Mode?.Value,
            DeadLetterTarget = live.DeadLetterConfig?.TargetArn is { Length: > 0 } target ? target : null,
            EphemeralStorage = live.EphemeralStorage?.Size,
            SnapStart = live.SnapStart?.ApplyOn?.Value,
            Logging = FunctionLogging.Of(live.LoggingConfig),
            Tags = OwnTags(tags),
            CodeSha256 = live.CodeSha256,
            NotKept =
            [
                .. new (string Name, object? Value)[]
                {
                    ("CapacityProviderConfig", live.CapacityProviderConfig),
                    ("CodeSigningConfig", live.SigningJobArn),
                    ("DurableConfig", live.DurableConfig),
                    ("TenancyConfig", live.TenancyConfig),
                }
                    .Where(setting => setting.Value is not null)
                    .Select(setting => setting.Name),
            ],
        };

    /// <summary>No tag of AWS's own can be given by a user.</summary>
    private static Dictionary<string, string> OwnTags(IReadOnlyDictionary<string, string>? tags) =>
        (tags ?? new Dictionary<string, string>())
            .Where(tag => !tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(StringComparer.Ordinal);
}

/// <summary>The VPC that a function is in; Lambda keeps both lists as sets.</summary>
internal sealed record FunctionNetwork(
    IReadOnlyList<string> SubnetIds,
    IReadOnlyList<string> SecurityGroupIds,
    bool? Ipv6AllowedForDualStack
)
{
    public static FunctionNetwork? Of(VpcConfigDetail? live) =>
        live?.SubnetIds is { Count: > 0 } subnets
            ? new(
                [.. subnets.Order(StringComparer.Ordinal)],
                [.. (live.SecurityGroupIds ?? []).Order(StringComparer.Ordinal)],
                live.Ipv6AllowedForDualStack
            )
            : null;
}

/// <summary>A file system that a function mounts.</summary>
internal sealed record FunctionMount(string Arn, string LocalMountPath);

/// <summary>How a function logs.</summary>
internal sealed record FunctionLogging(
    string? LogFormat,
    string? LogGroup,
    string? ApplicationLogLevel,
    string? SystemLogLevel
)
{
    public static FunctionLogging? Of(LoggingConfig? live) =>
        live is null
            ? null
            : new(live.LogFormat?.Value, live.LogGroup, live.ApplicationLogLevel?.Value, live.SystemLogLevel?.Value);
}
