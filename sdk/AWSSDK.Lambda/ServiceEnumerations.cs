using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>From which level on a function's own lines are logged.</summary>
public class ApplicationLogLevel(string value) : ConstantClass(value)
{
    public static readonly ApplicationLogLevel DEBUG = new("DEBUG");
    public static readonly ApplicationLogLevel ERROR = new("ERROR");
    public static readonly ApplicationLogLevel FATAL = new("FATAL");
    public static readonly ApplicationLogLevel INFO = new("INFO");
    public static readonly ApplicationLogLevel TRACE = new("TRACE");
    public static readonly ApplicationLogLevel WARN = new("WARN");

    public static ApplicationLogLevel FindValue(string value) => FindValue<ApplicationLogLevel>(value);

    public static implicit operator ApplicationLogLevel(string value) => FindValue(value);
}

/// <summary>The processor that a function runs on.</summary>
public class Architecture(string value) : ConstantClass(value)
{
    public static readonly Architecture Arm64 = new("arm64");
    public static readonly Architecture X86_64 = new("x86_64");

    public static Architecture FindValue(string value) => FindValue<Architecture>(value);

    public static implicit operator Architecture(string value) => FindValue(value);
}

/// <summary>Where in a stream to begin.</summary>
public class EventSourcePosition(string value) : ConstantClass(value)
{
    public static readonly EventSourcePosition AT_TIMESTAMP = new("AT_TIMESTAMP");
    public static readonly EventSourcePosition LATEST = new("LATEST");
    public static readonly EventSourcePosition TRIM_HORIZON = new("TRIM_HORIZON");

    public static EventSourcePosition FindValue(string value) => FindValue<EventSourcePosition>(value);

    public static implicit operator EventSourcePosition(string value) => FindValue(value);
}

/// <summary>What a function answers for a batch.</summary>
public class FunctionResponseType(string value) : ConstantClass(value)
{
    public static readonly FunctionResponseType ReportBatchItemFailures = new("ReportBatchItemFailures");

    public static FunctionResponseType FindValue(string value) => FindValue<FunctionResponseType>(value);

    public static implicit operator FunctionResponseType(string value) => FindValue(value);
}

/// <summary>Who may call a function's address.</summary>
public class FunctionUrlAuthType(string value) : ConstantClass(value)
{
    public static readonly FunctionUrlAuthType AWS_IAM = new("AWS_IAM");
    public static readonly FunctionUrlAuthType NONE = new("NONE");

    public static FunctionUrlAuthType FindValue(string value) => FindValue<FunctionUrlAuthType>(value);

    public static implicit operator FunctionUrlAuthType(string value) => FindValue(value);
}

/// <summary>The version that stands for the newest published one.</summary>
public class FunctionVersionLatestPublished(string value) : ConstantClass(value)
{
    public static readonly FunctionVersionLatestPublished LATEST_PUBLISHED = new("LATEST_PUBLISHED");

    public static FunctionVersionLatestPublished FindValue(string value) =>
        FindValue<FunctionVersionLatestPublished>(value);

    public static implicit operator FunctionVersionLatestPublished(string value) => FindValue(value);
}

/// <summary>Whether to wait for a function's answer.</summary>
public class InvocationType(string value) : ConstantClass(value)
{
    public static readonly InvocationType DryRun = new("DryRun");
    public static readonly InvocationType Event = new("Event");
    public static readonly InvocationType RequestResponse = new("RequestResponse");

    public static InvocationType FindValue(string value) => FindValue<InvocationType>(value);

    public static implicit operator InvocationType(string value) => FindValue(value);
}

/// <summary>How the last update went.</summary>
public class LastUpdateStatus(string value) : ConstantClass(value)
{
    public static readonly LastUpdateStatus Failed = new("Failed");
    public static readonly LastUpdateStatus InProgress = new("InProgress");
    public static readonly LastUpdateStatus Successful = new("Successful");

    public static LastUpdateStatus FindValue(string value) => FindValue<LastUpdateStatus>(value);

    public static implicit operator LastUpdateStatus(string value) => FindValue(value);
}

/// <summary>Why the last update is where it is.</summary>
public class LastUpdateStatusReasonCode(string value) : ConstantClass(value)
{
    public static readonly LastUpdateStatusReasonCode CapacityProviderScalingLimitExceeded = new(
        "CapacityProviderScalingLimitExceeded"
    );
    public static readonly LastUpdateStatusReasonCode DisabledKMSKey = new("DisabledKMSKey");
    public static readonly LastUpdateStatusReasonCode DisallowedByVpcEncryptionControl = new(
        "DisallowedByVpcEncryptionControl"
    );
    public static readonly LastUpdateStatusReasonCode EC2RequestLimitExceeded = new("EC2RequestLimitExceeded");
    public static readonly LastUpdateStatusReasonCode EFSIOError = new("EFSIOError");
    public static readonly LastUpdateStatusReasonCode EFSMountConnectivityError = new("EFSMountConnectivityError");
    public static readonly LastUpdateStatusReasonCode EFSMountFailure = new("EFSMountFailure");
    public static readonly LastUpdateStatusReasonCode EFSMountTimeout = new("EFSMountTimeout");
    public static readonly LastUpdateStatusReasonCode EniLimitExceeded = new("EniLimitExceeded");
    public static readonly LastUpdateStatusReasonCode FunctionError = new("FunctionError");
    public static readonly LastUpdateStatusReasonCode FunctionErrorExtensionInitError = new(
        "FunctionError.ExtensionInitError"
    );
    public static readonly LastUpdateStatusReasonCode FunctionErrorInitResourceExhausted = new(
        "FunctionError.InitResourceExhausted"
    );
    public static readonly LastUpdateStatusReasonCode FunctionErrorInitTimeout = new("FunctionError.InitTimeout");
    public static readonly LastUpdateStatusReasonCode FunctionErrorInvalidEntryPoint = new(
        "FunctionError.InvalidEntryPoint"
    );
    public static readonly LastUpdateStatusReasonCode FunctionErrorInvalidWorkingDirectory = new(
        "FunctionError.InvalidWorkingDirectory"
    );
    public static readonly LastUpdateStatusReasonCode FunctionErrorPermissionDenied = new(
        "FunctionError.PermissionDenied"
    );
    public static readonly LastUpdateStatusReasonCode FunctionErrorRuntimeInitError = new(
        "FunctionError.RuntimeInitError"
    );
    public static readonly LastUpdateStatusReasonCode FunctionErrorTooManyExtensions = new(
        "FunctionError.TooManyExtensions"
    );
    public static readonly LastUpdateStatusReasonCode ImageAccessDenied = new("ImageAccessDenied");
    public static readonly LastUpdateStatusReasonCode ImageDeleted = new("ImageDeleted");
    public static readonly LastUpdateStatusReasonCode InsufficientCapacity = new("InsufficientCapacity");
    public static readonly LastUpdateStatusReasonCode InsufficientRolePermissions = new("InsufficientRolePermissions");
    public static readonly LastUpdateStatusReasonCode InternalError = new("InternalError");
    public static readonly LastUpdateStatusReasonCode InvalidConfiguration = new("InvalidConfiguration");
    public static readonly LastUpdateStatusReasonCode InvalidImage = new("InvalidImage");
    public static readonly LastUpdateStatusReasonCode InvalidRuntime = new("InvalidRuntime");
    public static readonly LastUpdateStatusReasonCode InvalidSecurityGroup = new("InvalidSecurityGroup");
    public static readonly LastUpdateStatusReasonCode InvalidStateKMSKey = new("InvalidStateKMSKey");
    public static readonly LastUpdateStatusReasonCode InvalidSubnet = new("InvalidSubnet");
    public static readonly LastUpdateStatusReasonCode InvalidZipFileException = new("InvalidZipFileException");
    public static readonly LastUpdateStatusReasonCode KMSKeyAccessDenied = new("KMSKeyAccessDenied");
    public static readonly LastUpdateStatusReasonCode KMSKeyNotFound = new("KMSKeyNotFound");
    public static readonly LastUpdateStatusReasonCode SubnetOutOfIPAddresses = new("SubnetOutOfIPAddresses");
    public static readonly LastUpdateStatusReasonCode VcpuLimitExceeded = new("VcpuLimitExceeded");

    public static LastUpdateStatusReasonCode FindValue(string value) => FindValue<LastUpdateStatusReasonCode>(value);

    public static implicit operator LastUpdateStatusReasonCode(string value) => FindValue(value);
}

/// <summary>The form of a function's log.</summary>
public class LogFormat(string value) : ConstantClass(value)
{
    public static readonly LogFormat JSON = new("JSON");
    public static readonly LogFormat Text = new("Text");

    public static LogFormat FindValue(string value) => FindValue<LogFormat>(value);

    public static implicit operator LogFormat(string value) => FindValue(value);
}

/// <summary>Whether to answer the end of the log.</summary>
public class LogType(string value) : ConstantClass(value)
{
    public static readonly LogType None = new("None");
    public static readonly LogType Tail = new("Tail");

    public static LogType FindValue(string value) => FindValue<LogType>(value);

    public static implicit operator LogType(string value) => FindValue(value);
}

/// <summary>The kind of a function's package.</summary>
public class PackageType(string value) : ConstantClass(value)
{
    public static readonly PackageType Image = new("Image");
    public static readonly PackageType Zip = new("Zip");

    public static PackageType FindValue(string value) => FindValue<PackageType>(value);

    public static implicit operator PackageType(string value) => FindValue(value);
}

/// <summary>What a function's code is run by.</summary>
public class Runtime(string value) : ConstantClass(value)
{
    public static readonly Runtime Dotnet10 = new("dotnet10");
    public static readonly Runtime Dotnet6 = new("dotnet6");
    public static readonly Runtime Dotnet8 = new("dotnet8");
    public static readonly Runtime Dotnetcore10 = new("dotnetcore1.0");
    public static readonly Runtime Dotnetcore20 = new("dotnetcore2.0");
    public static readonly Runtime Dotnetcore21 = new("dotnetcore2.1");
    public static readonly Runtime Dotnetcore31 = new("dotnetcore3.1");
    public static readonly Runtime Go1X = new("go1.x");
    public static readonly Runtime Java11 = new("java11");
    public static readonly Runtime Java17 = new("java17");
    public static readonly Runtime Java21 = new("java21");
    public static readonly Runtime Java25 = new("java25");
    public static readonly Runtime Java8 = new("java8");
    public static readonly Runtime Java8Al2 = new("java8.al2");
    public static readonly Runtime Nodejs = new("nodejs");
    public static readonly Runtime Nodejs10X = new("nodejs10.x");
    public static readonly Runtime Nodejs12X = new("nodejs12.x");
    public static readonly Runtime Nodejs14X = new("nodejs14.x");
    public static readonly Runtime Nodejs16X = new("nodejs16.x");
    public static readonly Runtime Nodejs18X = new("nodejs18.x");
    public static readonly Runtime Nodejs20X = new("nodejs20.x");
    public static readonly Runtime Nodejs22X = new("nodejs22.x");
    public static readonly Runtime Nodejs24X = new("nodejs24.x");
    public static readonly Runtime Nodejs43 = new("nodejs4.3");
    public static readonly Runtime Nodejs43Edge = new("nodejs4.3-edge");
    public static readonly Runtime Nodejs610 = new("nodejs6.10");
    public static readonly Runtime Nodejs810 = new("nodejs8.10");
    public static readonly Runtime Provided = new("provided");
    public static readonly Runtime ProvidedAl2 = new("provided.al2");
    public static readonly Runtime ProvidedAl2023 = new("provided.al2023");
    public static readonly Runtime Python27 = new("python2.7");
    public static readonly Runtime Python310 = new("python3.10");
    public static readonly Runtime Python311 = new("python3.11");
    public static readonly Runtime Python312 = new("python3.12");
    public static readonly Runtime Python313 = new("python3.13");
    public static readonly Runtime Python314 = new("python3.14");
    public static readonly Runtime Python36 = new("python3.6");
    public static readonly Runtime Python37 = new("python3.7");
    public static readonly Runtime Python38 = new("python3.8");
    public static readonly Runtime Python39 = new("python3.9");
    public static readonly Runtime Ruby25 = new("ruby2.5");
    public static readonly Runtime Ruby27 = new("ruby2.7");
    public static readonly Runtime Ruby32 = new("ruby3.2");
    public static readonly Runtime Ruby33 = new("ruby3.3");
    public static readonly Runtime Ruby34 = new("ruby3.4");
    public static readonly Runtime Ruby40 = new("ruby4.0");

    public static Runtime FindValue(string value) => FindValue<Runtime>(value);

    public static implicit operator Runtime(string value) => FindValue(value);
}

/// <summary>Which versions start from a snapshot.</summary>
public class SnapStartApplyOn(string value) : ConstantClass(value)
{
    public static readonly SnapStartApplyOn None = new("None");
    public static readonly SnapStartApplyOn PublishedVersions = new("PublishedVersions");

    public static SnapStartApplyOn FindValue(string value) => FindValue<SnapStartApplyOn>(value);

    public static implicit operator SnapStartApplyOn(string value) => FindValue(value);
}

/// <summary>Whether a version starts from a snapshot.</summary>
public class SnapStartOptimizationStatus(string value) : ConstantClass(value)
{
    public static readonly SnapStartOptimizationStatus Off = new("Off");
    public static readonly SnapStartOptimizationStatus On = new("On");

    public static SnapStartOptimizationStatus FindValue(string value) => FindValue<SnapStartOptimizationStatus>(value);

    public static implicit operator SnapStartOptimizationStatus(string value) => FindValue(value);
}

/// <summary>Whether a function can be called.</summary>
public class State(string value) : ConstantClass(value)
{
    public static readonly State Active = new("Active");
    public static readonly State ActiveNonInvocable = new("ActiveNonInvocable");
    public static readonly State Deactivated = new("Deactivated");
    public static readonly State Deactivating = new("Deactivating");
    public static readonly State Deleting = new("Deleting");
    public static readonly State Failed = new("Failed");
    public static readonly State Inactive = new("Inactive");
    public static readonly State Pending = new("Pending");

    public static State FindValue(string value) => FindValue<State>(value);

    public static implicit operator State(string value) => FindValue(value);
}

/// <summary>Why a function is in its state.</summary>
public class StateReasonCode(string value) : ConstantClass(value)
{
    public static readonly StateReasonCode CapacityProviderScalingLimitExceeded = new(
        "CapacityProviderScalingLimitExceeded"
    );
    public static readonly StateReasonCode Creating = new("Creating");
    public static readonly StateReasonCode DisabledKMSKey = new("DisabledKMSKey");
    public static readonly StateReasonCode DisallowedByVpcEncryptionControl = new("DisallowedByVpcEncryptionControl");
    public static readonly StateReasonCode DrainingDurableExecutions = new("DrainingDurableExecutions");
    public static readonly StateReasonCode EC2RequestLimitExceeded = new("EC2RequestLimitExceeded");
    public static readonly StateReasonCode EFSIOError = new("EFSIOError");
    public static readonly StateReasonCode EFSMountConnectivityError = new("EFSMountConnectivityError");
    public static readonly StateReasonCode EFSMountFailure = new("EFSMountFailure");
    public static readonly StateReasonCode EFSMountTimeout = new("EFSMountTimeout");
    public static readonly StateReasonCode EniLimitExceeded = new("EniLimitExceeded");
    public static readonly StateReasonCode FunctionError = new("FunctionError");
    public static readonly StateReasonCode FunctionErrorExtensionInitError = new("FunctionError.ExtensionInitError");
    public static readonly StateReasonCode FunctionErrorInitResourceExhausted = new(
        "FunctionError.InitResourceExhausted"
    );
    public static readonly StateReasonCode FunctionErrorInitTimeout = new("FunctionError.InitTimeout");
    public static readonly StateReasonCode FunctionErrorInvalidEntryPoint = new("FunctionError.InvalidEntryPoint");
    public static readonly StateReasonCode FunctionErrorInvalidWorkingDirectory = new(
        "FunctionError.InvalidWorkingDirectory"
    );
    public static readonly StateReasonCode FunctionErrorPermissionDenied = new("FunctionError.PermissionDenied");
    public static readonly StateReasonCode FunctionErrorRuntimeInitError = new("FunctionError.RuntimeInitError");
    public static readonly StateReasonCode FunctionErrorTooManyExtensions = new("FunctionError.TooManyExtensions");
    public static readonly StateReasonCode Idle = new("Idle");
    public static readonly StateReasonCode ImageAccessDenied = new("ImageAccessDenied");
    public static readonly StateReasonCode ImageDeleted = new("ImageDeleted");
    public static readonly StateReasonCode InsufficientCapacity = new("InsufficientCapacity");
    public static readonly StateReasonCode InsufficientRolePermissions = new("InsufficientRolePermissions");
    public static readonly StateReasonCode InternalError = new("InternalError");
    public static readonly StateReasonCode InvalidConfiguration = new("InvalidConfiguration");
    public static readonly StateReasonCode InvalidImage = new("InvalidImage");
    public static readonly StateReasonCode InvalidRuntime = new("InvalidRuntime");
    public static readonly StateReasonCode InvalidSecurityGroup = new("InvalidSecurityGroup");
    public static readonly StateReasonCode InvalidStateKMSKey = new("InvalidStateKMSKey");
    public static readonly StateReasonCode InvalidSubnet = new("InvalidSubnet");
    public static readonly StateReasonCode InvalidZipFileException = new("InvalidZipFileException");
    public static readonly StateReasonCode KMSKeyAccessDenied = new("KMSKeyAccessDenied");
    public static readonly StateReasonCode KMSKeyNotFound = new("KMSKeyNotFound");
    public static readonly StateReasonCode Restoring = new("Restoring");
    public static readonly StateReasonCode SubnetOutOfIPAddresses = new("SubnetOutOfIPAddresses");
    public static readonly StateReasonCode VcpuLimitExceeded = new("VcpuLimitExceeded");

    public static StateReasonCode FindValue(string value) => FindValue<StateReasonCode>(value);

    public static implicit operator StateReasonCode(string value) => FindValue(value);
}

/// <summary>From which level on the service's lines are logged.</summary>
public class SystemLogLevel(string value) : ConstantClass(value)
{
    public static readonly SystemLogLevel DEBUG = new("DEBUG");
    public static readonly SystemLogLevel INFO = new("INFO");
    public static readonly SystemLogLevel WARN = new("WARN");

    public static SystemLogLevel FindValue(string value) => FindValue<SystemLogLevel>(value);

    public static implicit operator SystemLogLevel(string value) => FindValue(value);
}

/// <summary>How tenants are kept apart.</summary>
public class TenantIsolationMode(string value) : ConstantClass(value)
{
    public static readonly TenantIsolationMode PER_TENANT = new("PER_TENANT");

    public static TenantIsolationMode FindValue(string value) => FindValue<TenantIsolationMode>(value);

    public static implicit operator TenantIsolationMode(string value) => FindValue(value);
}

/// <summary>Which limit was met.</summary>
public class ThrottleReason(string value) : ConstantClass(value)
{
    public static readonly ThrottleReason CallerRateLimitExceeded = new("CallerRateLimitExceeded");
    public static readonly ThrottleReason ConcurrentInvocationLimitExceeded = new("ConcurrentInvocationLimitExceeded");
    public static readonly ThrottleReason ConcurrentSnapshotCreateLimitExceeded = new(
        "ConcurrentSnapshotCreateLimitExceeded"
    );
    public static readonly ThrottleReason FunctionInvocationRateLimitExceeded = new(
        "FunctionInvocationRateLimitExceeded"
    );
    public static readonly ThrottleReason ReservedFunctionConcurrentInvocationLimitExceeded = new(
        "ReservedFunctionConcurrentInvocationLimitExceeded"
    );
    public static readonly ThrottleReason ReservedFunctionInvocationRateLimitExceeded = new(
        "ReservedFunctionInvocationRateLimitExceeded"
    );

    public static ThrottleReason FindValue(string value) => FindValue<ThrottleReason>(value);

    public static implicit operator ThrottleReason(string value) => FindValue(value);
}

/// <summary>Whether X-Ray traces a function.</summary>
public class TracingMode(string value) : ConstantClass(value)
{
    public static readonly TracingMode Active = new("Active");
    public static readonly TracingMode PassThrough = new("PassThrough");

    public static TracingMode FindValue(string value) => FindValue<TracingMode>(value);

    public static implicit operator TracingMode(string value) => FindValue(value);
}
