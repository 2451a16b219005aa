using Amazon.Lambda;
using Amazon.Lambda.Model;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// Brings a function's code, configuration and tags back, one change after the other: Lambda takes none while it is at an
/// earlier one. What is the backup's already is not touched.
/// </summary>
internal sealed class RestoredFunction(IAmazonLambda lambda, MigrationStore store, FunctionRecord backup)
{
    // Lambda takes a zip of up to 50 MB in the request itself, and a larger one from S3.
    private const int LargestInRequest = 50 * 1024 * 1024;

    private readonly LiveFunction _function = new(lambda, backup.FunctionName);

    /// <exception cref="NotReadyYet">Lambda is at a change.</exception>
    /// <exception cref="MigrationRefused">A change failed, or the function cannot be made anew.</exception>
    public async Task RestoreAsync()
    {
        var live = await _function.FindAsync();
        if (live is null)
        {
            await CreateAsync();
            live = await _function.RequireAsync();
        }

        FunctionCondition.WaitFor(_function.Name, live.Configuration.LastUpdateStatus, live.Configuration.State);
        FunctionCondition.RefuseUnreadable(live.Configuration);
        if (!HasCode(live.Configuration))
        {
            await UpdateCodeAsync();
            live = await _function.RequireAsync();
        }

        if (!IsConfigured(live))
        {
            await UpdateConfigurationAsync(FunctionRecord.Of(live.Configuration, live.Tags));
            live = await _function.RequireAsync();
        }

        if (live.Configuration.LastUpdateStatus == LastUpdateStatus.Failed)
        {
            throw new MigrationRefused(
                $"Lambda could not make the last change of {_function.Name}: {live.Configuration.LastUpdateStatusReason} Mend what it says and start the rollback again."
            );
        }

        await RestoreTagsAsync(live);
    }

    private bool HasCode(FunctionConfiguration live) =>
        live.CodeSha256 == backup.CodeSha256 && (live.Architectures ?? []).SequenceEqual(backup.Architectures);

    /// <summary>Whether all is as in the backup that a change of the configuration could change.</summary>
    private bool IsConfigured(GetFunctionResponse live)
    {
        var now = FunctionRecord.Of(live.Configuration, backup.Tags) with
        {
            CodeSha256 = backup.CodeSha256,
            Architectures = backup.Architectures,
            NotKept = backup.NotKept,
        };
        return Bytes(now).AsSpan().SequenceEqual(Bytes(backup));
    }

    private static byte[] Bytes(FunctionRecord record) => CanonicalJson.Write(record, FunctionFile.Function.Shape);

    private async Task CreateAsync()
    {
        if (backup.NotKept.Count > 0)
        {
            throw new MigrationRefused(
                $"{_function.Name} was deleted, and the backup does not hold its {string.Join(", ", backup.NotKept)}: create it by hand with these and any code, and start the rollback again, which restores the rest."
            );
        }

        var created = await lambda.CreateFunctionAsync(
            new CreateFunctionRequest
            {
                FunctionName = backup.FunctionName,
                PackageType = PackageType.Zip,
                Code = await CodeAsync(),
                Architectures = [.. backup.Architectures],
                Role = backup.Role,
                Runtime = Constant(backup.Runtime, text => new Runtime(text)),
                Handler = backup.Handler,
                Description = backup.Description,
                Timeout = backup.Timeout,
                MemorySize = backup.MemorySize,
                Environment = new() { Variables = new(backup.Environment) },
                KMSKeyArn = backup.KmsKeyArn,
                VpcConfig = backup.Network is null ? null : NetworkOf(backup),
                Layers = [.. backup.Layers],
                FileSystemConfigs = MountsOf(backup),
                TracingConfig = TracingOf(backup),
                DeadLetterConfig = backup.DeadLetterTarget is null ? null : DeadLettersOf(backup),
                EphemeralStorage = StorageOf(backup),
                SnapStart = SnapStartOf(backup),
                LoggingConfig = LoggingOf(backup),
                Tags = new(backup.Tags),
            }
        );
        FunctionCondition.WaitFor(_function.Name, created.LastUpdateStatus, created.State);
    }

    private async Task UpdateCodeAsync()
    {
        var code = await CodeAsync();
        var updated = await lambda.UpdateFunctionCodeAsync(
            new UpdateFunctionCodeRequest
            {
                FunctionName = backup.FunctionName,
                ZipFile = code.ZipFile,
                S3Bucket = code.S3Bucket,
                S3Key = code.S3Key,
                Architectures = [.. backup.Architectures],
            }
        );
        FunctionCondition.WaitFor(_function.Name, updated.LastUpdateStatus, updated.State);
    }

    /// <summary>
    /// What is absent in the backup and there now is sent as empty: a member that is left out would stay as it is. What is
    /// absent in both is left out: sent, it would be told from then on, as a VPC without subnets.
    /// </summary>
    private async Task UpdateConfigurationAsync(FunctionRecord now)
    {
        var updated = await lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest
            {
                FunctionName = backup.FunctionName,
                Role = backup.Role,
                Runtime = Constant(backup.Runtime, text => new Runtime(text)),
                Handler = backup.Handler,
                Description = backup.Description ?? (now.Description is null ? null : ""),
                Timeout = backup.Timeout,
                MemorySize = backup.MemorySize,
                Environment =
                    backup.Environment.Count + now.Environment.Count == 0
                        ? null
                        : new() { Variables = new(backup.Environment) },
                KMSKeyArn = backup.KmsKeyArn ?? (now.KmsKeyArn is null ? null : ""),
                VpcConfig = (backup.Network ?? now.Network) is null ? null : NetworkOf(backup),
                Layers = backup.Layers.Count + now.Layers.Count == 0 ? null : [.. backup.Layers],
                FileSystemConfigs = backup.FileSystems.Count + now.FileSystems.Count == 0 ? null : MountsOf(backup),
                TracingConfig = TracingOf(backup),
                DeadLetterConfig = (backup.DeadLetterTarget ?? now.DeadLetterTarget) is null
                    ? null
                    : DeadLettersOf(backup),
                EphemeralStorage = StorageOf(backup),
                SnapStart = SnapStartOf(backup),
                LoggingConfig = LoggingOf(backup),
            }
        );
        FunctionCondition.WaitFor(_function.Name, updated.LastUpdateStatus, updated.State);
    }

    private async Task RestoreTagsAsync(GetFunctionResponse live)
    {
        var arn = live.Configuration.FunctionArn;
        var tags = FunctionRecord.Of(live.Configuration, live.Tags).Tags;
        var added = tags.Keys.Except(backup.Tags.Keys).ToList();
        if (added.Count > 0)
        {
            await lambda.UntagResourceAsync(new UntagResourceRequest { Resource = arn, TagKeys = added });
        }

        var missing = backup.Tags.Except(tags).ToDictionary(StringComparer.Ordinal);
        if (missing.Count > 0)
        {
            await lambda.TagResourceAsync(new TagResourceRequest { Resource = arn, Tags = missing });
        }
    }

    private async Task<FunctionCode> CodeAsync()
    {
        var code =
            await store.ReadBytesAsync(FunctionFile.Code)
            ?? throw new InvalidDataException($"{store.Folder}{FunctionFile.Code} is missing.");
        return code.Length <= LargestInRequest
            ? new FunctionCode { ZipFile = new MemoryStream(code) }
            : new FunctionCode { S3Bucket = store.Bucket, S3Key = store.KeyOf(FunctionFile.Code) };
    }

    private static VpcConfig NetworkOf(FunctionRecord backup) =>
        new()
        {
            SubnetIds = [.. backup.Network?.SubnetIds ?? []],
            SecurityGroupIds = [.. backup.Network?.SecurityGroupIds ?? []],
            Ipv6AllowedForDualStack = backup.Network?.Ipv6AllowedForDualStack,
        };

    private static List<FileSystemConfig> MountsOf(FunctionRecord backup) =>
        [
            .. backup.FileSystems.Select(mount => new FileSystemConfig
            {
                Arn = mount.Arn,
                LocalMountPath = mount.LocalMountPath,
            }),
        ];

    private static TracingConfig? TracingOf(FunctionRecord backup) =>
        backup.Tracing is { } mode ? new TracingConfig { Mode = new TracingMode(mode) } : null;

    private static DeadLetterConfig DeadLettersOf(FunctionRecord backup) =>
        new() { TargetArn = backup.DeadLetterTarget ?? "" };

    private static EphemeralStorage? StorageOf(FunctionRecord backup) =>
        backup.EphemeralStorage is { } size ? new EphemeralStorage { Size = size } : null;

    private static SnapStart? SnapStartOf(FunctionRecord backup) =>
        backup.SnapStart is { } applyOn ? new SnapStart { ApplyOn = new SnapStartApplyOn(applyOn) } : null;

    private static LoggingConfig? LoggingOf(FunctionRecord backup) =>
        backup.Logging is { } logging
            ? new LoggingConfig
            {
                LogFormat = Constant(logging.LogFormat, text => new LogFormat(text)),
                LogGroup = logging.LogGroup,
                ApplicationLogLevel = Constant(logging.ApplicationLogLevel, text => new ApplicationLogLevel(text)),
                SystemLogLevel = Constant(logging.SystemLogLevel, text => new SystemLogLevel(text)),
            }
            : null;

    private static T? Constant<T>(string? text, Func<string, T> of)
        where T : class => text is null ? null : of(text);
}
