using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.StandIns;

namespace Amazon.Lambda.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static CreateFunctionResponse CreateFunctionResponseOf(JsonElement json) =>
        new()
        {
            Architectures = json.Texts("Architectures"),
            CapacityProviderConfig = json.Object("CapacityProviderConfig", CapacityProviderConfigOf),
            CodeSha256 = json.Text("CodeSha256"),
            CodeSize = json.Long("CodeSize"),
            ConfigSha256 = json.Text("ConfigSha256"),
            DeadLetterConfig = json.Object("DeadLetterConfig", DeadLetterConfigOf),
            Description = json.Text("Description"),
            DurableConfig = json.Object("DurableConfig", DurableConfigOf),
            Environment = json.Object("Environment", EnvironmentResponseOf),
            EphemeralStorage = json.Object("EphemeralStorage", EphemeralStorageOf),
            FileSystemConfigs = json.List("FileSystemConfigs", FileSystemConfigOf),
            FunctionArn = json.Text("FunctionArn"),
            FunctionName = json.Text("FunctionName"),
            Handler = json.Text("Handler"),
            ImageConfigResponse = json.Object("ImageConfigResponse", ImageConfigResponseOf),
            KMSKeyArn = json.Text("KMSKeyArn"),
            LastModified = json.Text("LastModified"),
            LastUpdateStatus = json.Text("LastUpdateStatus"),
            LastUpdateStatusReason = json.Text("LastUpdateStatusReason"),
            LastUpdateStatusReasonCode = json.Text("LastUpdateStatusReasonCode"),
            Layers = json.List("Layers", LayerOf),
            LoggingConfig = json.Object("LoggingConfig", LoggingConfigOf),
            MasterArn = json.Text("MasterArn"),
            MemorySize = json.Number("MemorySize"),
            PackageType = json.Text("PackageType"),
            RevisionId = json.Text("RevisionId"),
            Role = json.Text("Role"),
            Runtime = json.Text("Runtime"),
            RuntimeVersionConfig = json.Object("RuntimeVersionConfig", RuntimeVersionConfigOf),
            SigningJobArn = json.Text("SigningJobArn"),
            SigningProfileVersionArn = json.Text("SigningProfileVersionArn"),
            SnapStart = json.Object("SnapStart", SnapStartResponseOf),
            State = json.Text("State"),
            StateReason = json.Text("StateReason"),
            StateReasonCode = json.Text("StateReasonCode"),
            TenancyConfig = json.Object("TenancyConfig", TenancyConfigOf),
            Timeout = json.Number("Timeout"),
            TracingConfig = json.Object("TracingConfig", TracingConfigResponseOf),
            Version = json.Text("Version"),
            VpcConfig = json.Object("VpcConfig", VpcConfigDetailOf),
        };

    public static CapacityProviderConfig CapacityProviderConfigOf(JsonElement json) =>
        new()
        {
            LambdaManagedInstancesCapacityProviderConfig = json.Object(
                "LambdaManagedInstancesCapacityProviderConfig",
                LambdaManagedInstancesCapacityProviderConfigOf
            ),
        };

    public static LambdaManagedInstancesCapacityProviderConfig LambdaManagedInstancesCapacityProviderConfigOf(
        JsonElement json
    ) =>
        new()
        {
            CapacityProviderArn = json.Text("CapacityProviderArn"),
            ExecutionEnvironmentMemoryGiBPerVCpu = json.Double("ExecutionEnvironmentMemoryGiBPerVCpu"),
            PerExecutionEnvironmentMaxConcurrency = json.Number("PerExecutionEnvironmentMaxConcurrency"),
        };

    public static DeadLetterConfig DeadLetterConfigOf(JsonElement json) => new() { TargetArn = json.Text("TargetArn") };

    public static DurableConfig DurableConfigOf(JsonElement json) =>
        new()
        {
            ExecutionTimeout = json.Number("ExecutionTimeout"),
            RetentionPeriodInDays = json.Number("RetentionPeriodInDays"),
        };

    public static EnvironmentResponse EnvironmentResponseOf(JsonElement json) =>
        new() { Error = json.Object("Error", EnvironmentErrorOf), Variables = json.TextMap("Variables") };

    public static EnvironmentError EnvironmentErrorOf(JsonElement json) =>
        new() { ErrorCode = json.Text("ErrorCode"), Message = json.Text("Message") };

    public static EphemeralStorage EphemeralStorageOf(JsonElement json) => new() { Size = json.Number("Size") };

    public static FileSystemConfig FileSystemConfigOf(JsonElement json) =>
        new() { Arn = json.Text("Arn"), LocalMountPath = json.Text("LocalMountPath") };

    public static ImageConfigResponse ImageConfigResponseOf(JsonElement json) =>
        new()
        {
            Error = json.Object("Error", ImageConfigErrorOf),
            ImageConfig = json.Object("ImageConfig", ImageConfigOf),
        };

    public static ImageConfigError ImageConfigErrorOf(JsonElement json) =>
        new() { ErrorCode = json.Text("ErrorCode"), Message = json.Text("Message") };

    public static ImageConfig ImageConfigOf(JsonElement json) =>
        new()
        {
            Command = json.Texts("Command"),
            EntryPoint = json.Texts("EntryPoint"),
            WorkingDirectory = json.Text("WorkingDirectory"),
        };

    public static Layer LayerOf(JsonElement json) =>
        new()
        {
            Arn = json.Text("Arn"),
            CodeSize = json.Long("CodeSize"),
            SigningJobArn = json.Text("SigningJobArn"),
            SigningProfileVersionArn = json.Text("SigningProfileVersionArn"),
        };

    public static LoggingConfig LoggingConfigOf(JsonElement json) =>
        new()
        {
            ApplicationLogLevel = json.Text("ApplicationLogLevel"),
            LogFormat = json.Text("LogFormat"),
            LogGroup = json.Text("LogGroup"),
            SystemLogLevel = json.Text("SystemLogLevel"),
        };

    public static RuntimeVersionConfig RuntimeVersionConfigOf(JsonElement json) =>
        new()
        {
            Error = json.Object("Error", RuntimeVersionErrorOf),
            RuntimeVersionArn = json.Text("RuntimeVersionArn"),
        };

    public static RuntimeVersionError RuntimeVersionErrorOf(JsonElement json) =>
        new() { ErrorCode = json.Text("ErrorCode"), Message = json.Text("Message") };

    public static SnapStartResponse SnapStartResponseOf(JsonElement json) =>
        new() { ApplyOn = json.Text("ApplyOn"), OptimizationStatus = json.Text("OptimizationStatus") };

    public static TenancyConfig TenancyConfigOf(JsonElement json) =>
        new() { TenantIsolationMode = json.Text("TenantIsolationMode") };

    public static TracingConfigResponse TracingConfigResponseOf(JsonElement json) => new() { Mode = json.Text("Mode") };

    public static VpcConfigDetail VpcConfigDetailOf(JsonElement json) =>
        new()
        {
            Ipv6AllowedForDualStack = json.Flag("Ipv6AllowedForDualStack"),
            SecurityGroupIds = json.Texts("SecurityGroupIds"),
            SubnetIds = json.Texts("SubnetIds"),
            VpcId = json.Text("VpcId"),
        };

    public static GetFunctionResponse GetFunctionResponseOf(JsonElement json) =>
        new()
        {
            Code = json.Object("Code", FunctionCodeLocationOf),
            Concurrency = json.Object("Concurrency", ConcurrencyOf),
            Configuration = json.Object("Configuration", FunctionConfigurationOf),
            Tags = json.TextMap("Tags"),
            TagsError = json.Object("TagsError", TagsErrorOf),
        };

    public static FunctionCodeLocation FunctionCodeLocationOf(JsonElement json) =>
        new()
        {
            ImageUri = json.Text("ImageUri"),
            Location = json.Text("Location"),
            RepositoryType = json.Text("RepositoryType"),
            ResolvedImageUri = json.Text("ResolvedImageUri"),
            SourceKMSKeyArn = json.Text("SourceKMSKeyArn"),
        };

    public static Concurrency ConcurrencyOf(JsonElement json) =>
        new() { ReservedConcurrentExecutions = json.Number("ReservedConcurrentExecutions") };

    public static FunctionConfiguration FunctionConfigurationOf(JsonElement json) =>
        new()
        {
            Architectures = json.Texts("Architectures"),
            CapacityProviderConfig = json.Object("CapacityProviderConfig", CapacityProviderConfigOf),
            CodeSha256 = json.Text("CodeSha256"),
            CodeSize = json.Long("CodeSize"),
            ConfigSha256 = json.Text("ConfigSha256"),
            DeadLetterConfig = json.Object("DeadLetterConfig", DeadLetterConfigOf),
            Description = json.Text("Description"),
            DurableConfig = json.Object("DurableConfig", DurableConfigOf),
            Environment = json.Object("Environment", EnvironmentResponseOf),
            EphemeralStorage = json.Object("EphemeralStorage", EphemeralStorageOf),
            FileSystemConfigs = json.List("FileSystemConfigs", FileSystemConfigOf),
            FunctionArn = json.Text("FunctionArn"),
            FunctionName = json.Text("FunctionName"),
            Handler = json.Text("Handler"),
            ImageConfigResponse = json.Object("ImageConfigResponse", ImageConfigResponseOf),
            KMSKeyArn = json.Text("KMSKeyArn"),
            LastModified = json.Text("LastModified"),
            LastUpdateStatus = json.Text("LastUpdateStatus"),
            LastUpdateStatusReason = json.Text("LastUpdateStatusReason"),
            LastUpdateStatusReasonCode = json.Text("LastUpdateStatusReasonCode"),
            Layers = json.List("Layers", LayerOf),
            LoggingConfig = json.Object("LoggingConfig", LoggingConfigOf),
            MasterArn = json.Text("MasterArn"),
            MemorySize = json.Number("MemorySize"),
            PackageType = json.Text("PackageType"),
            RevisionId = json.Text("RevisionId"),
            Role = json.Text("Role"),
            Runtime = json.Text("Runtime"),
            RuntimeVersionConfig = json.Object("RuntimeVersionConfig", RuntimeVersionConfigOf),
            SigningJobArn = json.Text("SigningJobArn"),
            SigningProfileVersionArn = json.Text("SigningProfileVersionArn"),
            SnapStart = json.Object("SnapStart", SnapStartResponseOf),
            State = json.Text("State"),
            StateReason = json.Text("StateReason"),
            StateReasonCode = json.Text("StateReasonCode"),
            TenancyConfig = json.Object("TenancyConfig", TenancyConfigOf),
            Timeout = json.Number("Timeout"),
            TracingConfig = json.Object("TracingConfig", TracingConfigResponseOf),
            Version = json.Text("Version"),
            VpcConfig = json.Object("VpcConfig", VpcConfigDetailOf),
        };

    public static TagsError TagsErrorOf(JsonElement json) =>
        new() { ErrorCode = json.Text("ErrorCode"), Message = json.Text("Message") };

    public static GetFunctionConfigurationResponse GetFunctionConfigurationResponseOf(JsonElement json) =>
        new()
        {
            Architectures = json.Texts("Architectures"),
            CapacityProviderConfig = json.Object("CapacityProviderConfig", CapacityProviderConfigOf),
            CodeSha256 = json.Text("CodeSha256"),
            CodeSize = json.Long("CodeSize"),
            ConfigSha256 = json.Text("ConfigSha256"),
            DeadLetterConfig = json.Object("DeadLetterConfig", DeadLetterConfigOf),
            Description = json.Text("Description"),
            DurableConfig = json.Object("DurableConfig", DurableConfigOf),
            Environment = json.Object("Environment", EnvironmentResponseOf),
            EphemeralStorage = json.Object("EphemeralStorage", EphemeralStorageOf),
            FileSystemConfigs = json.List("FileSystemConfigs", FileSystemConfigOf),
            FunctionArn = json.Text("FunctionArn"),
            FunctionName = json.Text("FunctionName"),
            Handler = json.Text("Handler"),
            ImageConfigResponse = json.Object("ImageConfigResponse", ImageConfigResponseOf),
            KMSKeyArn = json.Text("KMSKeyArn"),
            LastModified = json.Text("LastModified"),
            LastUpdateStatus = json.Text("LastUpdateStatus"),
            LastUpdateStatusReason = json.Text("LastUpdateStatusReason"),
            LastUpdateStatusReasonCode = json.Text("LastUpdateStatusReasonCode"),
            Layers = json.List("Layers", LayerOf),
            LoggingConfig = json.Object("LoggingConfig", LoggingConfigOf),
            MasterArn = json.Text("MasterArn"),
            MemorySize = json.Number("MemorySize"),
            PackageType = json.Text("PackageType"),
            RevisionId = json.Text("RevisionId"),
            Role = json.Text("Role"),
            Runtime = json.Text("Runtime"),
            RuntimeVersionConfig = json.Object("RuntimeVersionConfig", RuntimeVersionConfigOf),
            SigningJobArn = json.Text("SigningJobArn"),
            SigningProfileVersionArn = json.Text("SigningProfileVersionArn"),
            SnapStart = json.Object("SnapStart", SnapStartResponseOf),
            State = json.Text("State"),
            StateReason = json.Text("StateReason"),
            StateReasonCode = json.Text("StateReasonCode"),
            TenancyConfig = json.Object("TenancyConfig", TenancyConfigOf),
            Timeout = json.Number("Timeout"),
            TracingConfig = json.Object("TracingConfig", TracingConfigResponseOf),
            Version = json.Text("Version"),
            VpcConfig = json.Object("VpcConfig", VpcConfigDetailOf),
        };

    public static UpdateFunctionCodeResponse UpdateFunctionCodeResponseOf(JsonElement json) =>
        new()
        {
            Architectures = json.Texts("Architectures"),
            CapacityProviderConfig = json.Object("CapacityProviderConfig", CapacityProviderConfigOf),
            CodeSha256 = json.Text("CodeSha256"),
            CodeSize = json.Long("CodeSize"),
            ConfigSha256 = json.Text("ConfigSha256"),
            DeadLetterConfig = json.Object("DeadLetterConfig", DeadLetterConfigOf),
            Description = json.Text("Description"),
            DurableConfig = json.Object("DurableConfig", DurableConfigOf),
            Environment = json.Object("Environment", EnvironmentResponseOf),
            EphemeralStorage = json.Object("EphemeralStorage", EphemeralStorageOf),
            FileSystemConfigs = json.List("FileSystemConfigs", FileSystemConfigOf),
            FunctionArn = json.Text("FunctionArn"),
            FunctionName = json.Text("FunctionName"),
            Handler = json.Text("Handler"),
            ImageConfigResponse = json.Object("ImageConfigResponse", ImageConfigResponseOf),
            KMSKeyArn = json.Text("KMSKeyArn"),
            LastModified = json.Text("LastModified"),
            LastUpdateStatus = json.Text("LastUpdateStatus"),
            LastUpdateStatusReason = json.Text("LastUpdateStatusReason"),
            LastUpdateStatusReasonCode = json.Text("LastUpdateStatusReasonCode"),
            Layers = json.List("Layers", LayerOf),
            LoggingConfig = json.Object("LoggingConfig", LoggingConfigOf),
            MasterArn = json.Text("MasterArn"),
            MemorySize = json.Number("MemorySize"),
            PackageType = json.Text("PackageType"),
            RevisionId = json.Text("RevisionId"),
            Role = json.Text("Role"),
            Runtime = json.Text("Runtime"),
            RuntimeVersionConfig = json.Object("RuntimeVersionConfig", RuntimeVersionConfigOf),
            SigningJobArn = json.Text("SigningJobArn"),
            SigningProfileVersionArn = json.Text("SigningProfileVersionArn"),
            SnapStart = json.Object("SnapStart", SnapStartResponseOf),
            State = json.Text("State"),
            StateReason = json.Text("StateReason"),
            StateReasonCode = json.Text("StateReasonCode"),
            TenancyConfig = json.Object("TenancyConfig", TenancyConfigOf),
            Timeout = json.Number("Timeout"),
            TracingConfig = json.Object("TracingConfig", TracingConfigResponseOf),
            Version = json.Text("Version"),
            VpcConfig = json.Object("VpcConfig", VpcConfigDetailOf),
        };

    public static UpdateFunctionConfigurationResponse UpdateFunctionConfigurationResponseOf(JsonElement json) =>
        new()
        {
            Architectures = json.Texts("Architectures"),
            CapacityProviderConfig = json.Object("CapacityProviderConfig", CapacityProviderConfigOf),
            CodeSha256 = json.Text("CodeSha256"),
            CodeSize = json.Long("CodeSize"),
            ConfigSha256 = json.Text("ConfigSha256"),
            DeadLetterConfig = json.Object("DeadLetterConfig", DeadLetterConfigOf),
            Description = json.Text("Description"),
            DurableConfig = json.Object("DurableConfig", DurableConfigOf),
            Environment = json.Object("Environment", EnvironmentResponseOf),
            EphemeralStorage = json.Object("EphemeralStorage", EphemeralStorageOf),
            FileSystemConfigs = json.List("FileSystemConfigs", FileSystemConfigOf),
            FunctionArn = json.Text("FunctionArn"),
            FunctionName = json.Text("FunctionName"),
            Handler = json.Text("Handler"),
            ImageConfigResponse = json.Object("ImageConfigResponse", ImageConfigResponseOf),
            KMSKeyArn = json.Text("KMSKeyArn"),
            LastModified = json.Text("LastModified"),
            LastUpdateStatus = json.Text("LastUpdateStatus"),
            LastUpdateStatusReason = json.Text("LastUpdateStatusReason"),
            LastUpdateStatusReasonCode = json.Text("LastUpdateStatusReasonCode"),
            Layers = json.List("Layers", LayerOf),
            LoggingConfig = json.Object("LoggingConfig", LoggingConfigOf),
            MasterArn = json.Text("MasterArn"),
            MemorySize = json.Number("MemorySize"),
            PackageType = json.Text("PackageType"),
            RevisionId = json.Text("RevisionId"),
            Role = json.Text("Role"),
            Runtime = json.Text("Runtime"),
            RuntimeVersionConfig = json.Object("RuntimeVersionConfig", RuntimeVersionConfigOf),
            SigningJobArn = json.Text("SigningJobArn"),
            SigningProfileVersionArn = json.Text("SigningProfileVersionArn"),
            SnapStart = json.Object("SnapStart", SnapStartResponseOf),
            State = json.Text("State"),
            StateReason = json.Text("StateReason"),
            StateReasonCode = json.Text("StateReasonCode"),
            TenancyConfig = json.Object("TenancyConfig", TenancyConfigOf),
            Timeout = json.Number("Timeout"),
            TracingConfig = json.Object("TracingConfig", TracingConfigResponseOf),
            Version = json.Text("Version"),
            VpcConfig = json.Object("VpcConfig", VpcConfigDetailOf),
        };

    public static PublishVersionResponse PublishVersionResponseOf(JsonElement json) =>
        new()
        {
            Architectures = json.Texts("Architectures"),
            CapacityProviderConfig = json.Object("CapacityProviderConfig", CapacityProviderConfigOf),
            CodeSha256 = json.Text("CodeSha256"),
            CodeSize = json.Long("CodeSize"),
            ConfigSha256 = json.Text("ConfigSha256"),
            DeadLetterConfig = json.Object("DeadLetterConfig", DeadLetterConfigOf),
            Description = json.Text("Description"),
            DurableConfig = json.Object("DurableConfig", DurableConfigOf),
            Environment = json.Object("Environment", EnvironmentResponseOf),
            EphemeralStorage = json.Object("EphemeralStorage", EphemeralStorageOf),
            FileSystemConfigs = json.List("FileSystemConfigs", FileSystemConfigOf),
            FunctionArn = json.Text("FunctionArn"),
            FunctionName = json.Text("FunctionName"),
            Handler = json.Text("Handler"),
            ImageConfigResponse = json.Object("ImageConfigResponse", ImageConfigResponseOf),
            KMSKeyArn = json.Text("KMSKeyArn"),
            LastModified = json.Text("LastModified"),
            LastUpdateStatus = json.Text("LastUpdateStatus"),
            LastUpdateStatusReason = json.Text("LastUpdateStatusReason"),
            LastUpdateStatusReasonCode = json.Text("LastUpdateStatusReasonCode"),
            Layers = json.List("Layers", LayerOf),
            LoggingConfig = json.Object("LoggingConfig", LoggingConfigOf),
            MasterArn = json.Text("MasterArn"),
            MemorySize = json.Number("MemorySize"),
            PackageType = json.Text("PackageType"),
            RevisionId = json.Text("RevisionId"),
            Role = json.Text("Role"),
            Runtime = json.Text("Runtime"),
            RuntimeVersionConfig = json.Object("RuntimeVersionConfig", RuntimeVersionConfigOf),
            SigningJobArn = json.Text("SigningJobArn"),
            SigningProfileVersionArn = json.Text("SigningProfileVersionArn"),
            SnapStart = json.Object("SnapStart", SnapStartResponseOf),
            State = json.Text("State"),
            StateReason = json.Text("StateReason"),
            StateReasonCode = json.Text("StateReasonCode"),
            TenancyConfig = json.Object("TenancyConfig", TenancyConfigOf),
            Timeout = json.Number("Timeout"),
            TracingConfig = json.Object("TracingConfig", TracingConfigResponseOf),
            Version = json.Text("Version"),
            VpcConfig = json.Object("VpcConfig", VpcConfigDetailOf),
        };

    public static ListVersionsByFunctionResponse ListVersionsByFunctionResponseOf(JsonElement json) =>
        new() { NextMarker = json.Text("NextMarker"), Versions = json.List("Versions", FunctionConfigurationOf) };
}
