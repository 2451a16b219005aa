using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.StandIns;

namespace Amazon.Lambda.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Write(Utf8JsonWriter json, CreateFunctionRequest value)
    {
        json.Texts("Architectures", value.Architectures);
        json.Object("CapacityProviderConfig", value.CapacityProviderConfig, Write);
        json.Object("Code", value.Code, Write);
        json.Text("CodeSigningConfigArn", value.CodeSigningConfigArn);
        json.Object("DeadLetterConfig", value.DeadLetterConfig, Write);
        json.Text("Description", value.Description);
        json.Object("DurableConfig", value.DurableConfig, Write);
        json.Object("Environment", value.Environment, Write);
        json.Object("EphemeralStorage", value.EphemeralStorage, Write);
        json.List("FileSystemConfigs", value.FileSystemConfigs, Write);
        json.Text("FunctionName", value.FunctionName);
        json.Text("Handler", value.Handler);
        json.Object("ImageConfig", value.ImageConfig, Write);
        json.Text("KMSKeyArn", value.KMSKeyArn);
        json.Texts("Layers", value.Layers);
        json.Object("LoggingConfig", value.LoggingConfig, Write);
        json.Number("MemorySize", value.MemorySize);
        json.Text("PackageType", value.PackageType);
        json.Flag("Publish", value.Publish);
        json.Text("PublishTo", value.PublishTo);
        json.Text("Role", value.Role);
        json.Text("Runtime", value.Runtime);
        json.Object("SnapStart", value.SnapStart, Write);
        json.TextMap("Tags", value.Tags);
        json.Object("TenancyConfig", value.TenancyConfig, Write);
        json.Number("Timeout", value.Timeout);
        json.Object("TracingConfig", value.TracingConfig, Write);
        json.Object("VpcConfig", value.VpcConfig, Write);
    }

    public static void Write(Utf8JsonWriter json, CapacityProviderConfig value)
    {
        json.Object(
            "LambdaManagedInstancesCapacityProviderConfig",
            value.LambdaManagedInstancesCapacityProviderConfig,
            Write
        );
    }

    public static void Write(Utf8JsonWriter json, LambdaManagedInstancesCapacityProviderConfig value)
    {
        json.Text("CapacityProviderArn", value.CapacityProviderArn);
        json.Double("ExecutionEnvironmentMemoryGiBPerVCpu", value.ExecutionEnvironmentMemoryGiBPerVCpu);
        json.Number("PerExecutionEnvironmentMaxConcurrency", value.PerExecutionEnvironmentMaxConcurrency);
    }

    public static void Write(Utf8JsonWriter json, FunctionCode value)
    {
        json.Text("ImageUri", value.ImageUri);
        json.Text("S3Bucket", value.S3Bucket);
        json.Text("S3Key", value.S3Key);
        json.Text("S3ObjectVersion", value.S3ObjectVersion);
        json.Text("SourceKMSKeyArn", value.SourceKMSKeyArn);
        json.Bytes("ZipFile", value.ZipFile);
    }

    public static void Write(Utf8JsonWriter json, DeadLetterConfig value)
    {
        json.Text("TargetArn", value.TargetArn);
    }

    public static void Write(Utf8JsonWriter json, DurableConfig value)
    {
        json.Number("ExecutionTimeout", value.ExecutionTimeout);
        json.Number("RetentionPeriodInDays", value.RetentionPeriodInDays);
    }

    public static void Write(Utf8JsonWriter json, Environment value)
    {
        json.TextMap("Variables", value.Variables);
    }

    public static void Write(Utf8JsonWriter json, EphemeralStorage value)
    {
        json.Number("Size", value.Size);
    }

    public static void Write(Utf8JsonWriter json, FileSystemConfig value)
    {
        json.Text("Arn", value.Arn);
        json.Text("LocalMountPath", value.LocalMountPath);
    }

    public static void Write(Utf8JsonWriter json, ImageConfig value)
    {
        json.Texts("Command", value.Command);
        json.Texts("EntryPoint", value.EntryPoint);
        json.Text("WorkingDirectory", value.WorkingDirectory);
    }

    public static void Write(Utf8JsonWriter json, LoggingConfig value)
    {
        json.Text("ApplicationLogLevel", value.ApplicationLogLevel);
        json.Text("LogFormat", value.LogFormat);
        json.Text("LogGroup", value.LogGroup);
        json.Text("SystemLogLevel", value.SystemLogLevel);
    }

    public static void Write(Utf8JsonWriter json, SnapStart value)
    {
        json.Text("ApplyOn", value.ApplyOn);
    }

    public static void Write(Utf8JsonWriter json, TenancyConfig value)
    {
        json.Text("TenantIsolationMode", value.TenantIsolationMode);
    }

    public static void Write(Utf8JsonWriter json, TracingConfig value)
    {
        json.Text("Mode", value.Mode);
    }

    public static void Write(Utf8JsonWriter json, VpcConfig value)
    {
        json.Flag("Ipv6AllowedForDualStack", value.Ipv6AllowedForDualStack);
        json.Texts("SecurityGroupIds", value.SecurityGroupIds);
        json.Texts("SubnetIds", value.SubnetIds);
    }

    public static void Place(RestParts parts, GetFunctionRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
        parts.Query("Qualifier", value.Qualifier);
    }

    public static void Place(RestParts parts, GetFunctionConfigurationRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
        parts.Query("Qualifier", value.Qualifier);
    }

    public static void Place(RestParts parts, UpdateFunctionCodeRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
    }

    public static void Write(Utf8JsonWriter json, UpdateFunctionCodeRequest value)
    {
        json.Texts("Architectures", value.Architectures);
        json.Flag("DryRun", value.DryRun);
        json.Text("ImageUri", value.ImageUri);
        json.Flag("Publish", value.Publish);
        json.Text("PublishTo", value.PublishTo);
        json.Text("RevisionId", value.RevisionId);
        json.Text("S3Bucket", value.S3Bucket);
        json.Text("S3Key", value.S3Key);
        json.Text("S3ObjectVersion", value.S3ObjectVersion);
        json.Text("SourceKMSKeyArn", value.SourceKMSKeyArn);
        json.Bytes("ZipFile", value.ZipFile);
    }

    public static void Place(RestParts parts, UpdateFunctionConfigurationRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
    }

    public static void Write(Utf8JsonWriter json, UpdateFunctionConfigurationRequest value)
    {
        json.Object("CapacityProviderConfig", value.CapacityProviderConfig, Write);
        json.Object("DeadLetterConfig", value.DeadLetterConfig, Write);
        json.Text("Description", value.Description);
        json.Object("DurableConfig", value.DurableConfig, Write);
        json.Object("Environment", value.Environment, Write);
        json.Object("EphemeralStorage", value.EphemeralStorage, Write);
        json.List("FileSystemConfigs", value.FileSystemConfigs, Write);
        json.Text("Handler", value.Handler);
        json.Object("ImageConfig", value.ImageConfig, Write);
        json.Text("KMSKeyArn", value.KMSKeyArn);
        json.Texts("Layers", value.Layers);
        json.Object("LoggingConfig", value.LoggingConfig, Write);
        json.Number("MemorySize", value.MemorySize);
        json.Text("RevisionId", value.RevisionId);
        json.Text("Role", value.Role);
        json.Text("Runtime", value.Runtime);
        json.Object("SnapStart", value.SnapStart, Write);
        json.Number("Timeout", value.Timeout);
        json.Object("TracingConfig", value.TracingConfig, Write);
        json.Object("VpcConfig", value.VpcConfig, Write);
    }

    public static void Place(RestParts parts, PublishVersionRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
    }

    public static void Write(Utf8JsonWriter json, PublishVersionRequest value)
    {
        json.Text("CodeSha256", value.CodeSha256);
        json.Text("Description", value.Description);
        json.Text("PublishTo", value.PublishTo);
        json.Text("RevisionId", value.RevisionId);
    }

    public static void Place(RestParts parts, ListVersionsByFunctionRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
        parts.Query("Marker", value.Marker);
        parts.Query("MaxItems", value.MaxItems);
    }
}
