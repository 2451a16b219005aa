using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>How an update of an instance's agent goes.</summary>
public class AgentUpdateStatus(string value) : ConstantClass(value)
{
    public static readonly AgentUpdateStatus FAILED = new("FAILED");
    public static readonly AgentUpdateStatus PENDING = new("PENDING");
    public static readonly AgentUpdateStatus STAGED = new("STAGED");
    public static readonly AgentUpdateStatus STAGING = new("STAGING");
    public static readonly AgentUpdateStatus UPDATED = new("UPDATED");
    public static readonly AgentUpdateStatus UPDATING = new("UPDATING");

    public static AgentUpdateStatus FindValue(string value) => FindValue<AgentUpdateStatus>(value);

    public static implicit operator AgentUpdateStatus(string value) => FindValue(value);
}

/// <summary>The protocol that a port speaks.</summary>
public class ApplicationProtocol(string value) : ConstantClass(value)
{
    public static readonly ApplicationProtocol Grpc = new("grpc");
    public static readonly ApplicationProtocol Http = new("http");
    public static readonly ApplicationProtocol Http2 = new("http2");

    public static ApplicationProtocol FindValue(string value) => FindValue<ApplicationProtocol>(value);

    public static implicit operator ApplicationProtocol(string value) => FindValue(value);
}

/// <summary>Whether a task gets a public address.</summary>
public class AssignPublicIp(string value) : ConstantClass(value)
{
    public static readonly AssignPublicIp DISABLED = new("DISABLED");
    public static readonly AssignPublicIp ENABLED = new("ENABLED");

    public static AssignPublicIp FindValue(string value) => FindValue<AssignPublicIp>(value);

    public static implicit operator AssignPublicIp(string value) => FindValue(value);
}

/// <summary>Whether a service spreads its tasks anew.</summary>
public class AvailabilityZoneRebalancing(string value) : ConstantClass(value)
{
    public static readonly AvailabilityZoneRebalancing DISABLED = new("DISABLED");
    public static readonly AvailabilityZoneRebalancing ENABLED = new("ENABLED");

    public static AvailabilityZoneRebalancing FindValue(string value) => FindValue<AvailabilityZoneRebalancing>(value);

    public static implicit operator AvailabilityZoneRebalancing(string value) => FindValue(value);
}

/// <summary>The processor that a task needs.</summary>
public class CPUArchitecture(string value) : ConstantClass(value)
{
    public static readonly CPUArchitecture ARM64 = new("ARM64");
    public static readonly CPUArchitecture X86_64 = new("X86_64");

    public static CPUArchitecture FindValue(string value) => FindValue<CPUArchitecture>(value);

    public static implicit operator CPUArchitecture(string value) => FindValue(value);
}

/// <summary>What else to tell of a cluster.</summary>
public class ClusterField(string value) : ConstantClass(value)
{
    public static readonly ClusterField ATTACHMENTS = new("ATTACHMENTS");
    public static readonly ClusterField CONFIGURATIONS = new("CONFIGURATIONS");
    public static readonly ClusterField SETTINGS = new("SETTINGS");
    public static readonly ClusterField STATISTICS = new("STATISTICS");
    public static readonly ClusterField TAGS = new("TAGS");

    public static ClusterField FindValue(string value) => FindValue<ClusterField>(value);

    public static implicit operator ClusterField(string value) => FindValue(value);
}

/// <summary>The name of a cluster's setting.</summary>
public class ClusterSettingName(string value) : ConstantClass(value)
{
    public static readonly ClusterSettingName ContainerInsights = new("containerInsights");

    public static ClusterSettingName FindValue(string value) => FindValue<ClusterSettingName>(value);

    public static implicit operator ClusterSettingName(string value) => FindValue(value);
}

/// <summary>What a task definition can run on.</summary>
public class Compatibility(string value) : ConstantClass(value)
{
    public static readonly Compatibility EC2 = new("EC2");
    public static readonly Compatibility EXTERNAL = new("EXTERNAL");
    public static readonly Compatibility FARGATE = new("FARGATE");
    public static readonly Compatibility MANAGED_INSTANCES = new("MANAGED_INSTANCES");

    public static Compatibility FindValue(string value) => FindValue<Compatibility>(value);

    public static implicit operator Compatibility(string value) => FindValue(value);
}

/// <summary>Whether a task is connected.</summary>
public class Connectivity(string value) : ConstantClass(value)
{
    public static readonly Connectivity CONNECTED = new("CONNECTED");
    public static readonly Connectivity DISCONNECTED = new("DISCONNECTED");

    public static Connectivity FindValue(string value) => FindValue<Connectivity>(value);

    public static implicit operator Connectivity(string value) => FindValue(value);
}

/// <summary>What a container must have reached.</summary>
public class ContainerCondition(string value) : ConstantClass(value)
{
    public static readonly ContainerCondition COMPLETE = new("COMPLETE");
    public static readonly ContainerCondition HEALTHY = new("HEALTHY");
    public static readonly ContainerCondition START = new("START");
    public static readonly ContainerCondition SUCCESS = new("SUCCESS");

    public static ContainerCondition FindValue(string value) => FindValue<ContainerCondition>(value);

    public static implicit operator ContainerCondition(string value) => FindValue(value);
}

/// <summary>What else to tell of an instance.</summary>
public class ContainerInstanceField(string value) : ConstantClass(value)
{
    public static readonly ContainerInstanceField CONTAINER_INSTANCE_HEALTH = new("CONTAINER_INSTANCE_HEALTH");
    public static readonly ContainerInstanceField TAGS = new("TAGS");

    public static ContainerInstanceField FindValue(string value) => FindValue<ContainerInstanceField>(value);

    public static implicit operator ContainerInstanceField(string value) => FindValue(value);
}

/// <summary>Whether an instance takes tasks.</summary>
public class ContainerInstanceStatus(string value) : ConstantClass(value)
{
    public static readonly ContainerInstanceStatus ACTIVE = new("ACTIVE");
    public static readonly ContainerInstanceStatus DEREGISTERING = new("DEREGISTERING");
    public static readonly ContainerInstanceStatus DRAINING = new("DRAINING");
    public static readonly ContainerInstanceStatus REGISTERING = new("REGISTERING");
    public static readonly ContainerInstanceStatus REGISTRATION_FAILED = new("REGISTRATION_FAILED");

    public static ContainerInstanceStatus FindValue(string value) => FindValue<ContainerInstanceStatus>(value);

    public static implicit operator ContainerInstanceStatus(string value) => FindValue(value);
}

/// <summary>The kind of a deployment's controller.</summary>
public class DeploymentControllerType(string value) : ConstantClass(value)
{
    public static readonly DeploymentControllerType CODE_DEPLOY = new("CODE_DEPLOY");
    public static readonly DeploymentControllerType ECS = new("ECS");
    public static readonly DeploymentControllerType EXTERNAL = new("EXTERNAL");

    public static DeploymentControllerType FindValue(string value) => FindValue<DeploymentControllerType>(value);

    public static implicit operator DeploymentControllerType(string value) => FindValue(value);
}

/// <summary>How far a deployment is.</summary>
public class DeploymentRolloutState(string value) : ConstantClass(value)
{
    public static readonly DeploymentRolloutState COMPLETED = new("COMPLETED");
    public static readonly DeploymentRolloutState FAILED = new("FAILED");
    public static readonly DeploymentRolloutState IN_PROGRESS = new("IN_PROGRESS");

    public static DeploymentRolloutState FindValue(string value) => FindValue<DeploymentRolloutState>(value);

    public static implicit operator DeploymentRolloutState(string value) => FindValue(value);
}

/// <summary>How a deployment replaces tasks.</summary>
public class DeploymentStrategy(string value) : ConstantClass(value)
{
    public static readonly DeploymentStrategy BLUE_GREEN = new("BLUE_GREEN");
    public static readonly DeploymentStrategy CANARY = new("CANARY");
    public static readonly DeploymentStrategy LINEAR = new("LINEAR");
    public static readonly DeploymentStrategy ROLLING = new("ROLLING");

    public static DeploymentStrategy FindValue(string value) => FindValue<DeploymentStrategy>(value);

    public static implicit operator DeploymentStrategy(string value) => FindValue(value);
}

/// <summary>The state that a task is to be in.</summary>
public class DesiredStatus(string value) : ConstantClass(value)
{
    public static readonly DesiredStatus PENDING = new("PENDING");
    public static readonly DesiredStatus RUNNING = new("RUNNING");
    public static readonly DesiredStatus STOPPED = new("STOPPED");

    public static DesiredStatus FindValue(string value) => FindValue<DesiredStatus>(value);

    public static implicit operator DesiredStatus(string value) => FindValue(value);
}

/// <summary>What a container may do with a device.</summary>
public class DeviceCgroupPermission(string value) : ConstantClass(value)
{
    public static readonly DeviceCgroupPermission Mknod = new("mknod");
    public static readonly DeviceCgroupPermission Read = new("read");
    public static readonly DeviceCgroupPermission Write = new("write");

    public static DeviceCgroupPermission FindValue(string value) => FindValue<DeviceCgroupPermission>(value);

    public static implicit operator DeviceCgroupPermission(string value) => FindValue(value);
}

/// <summary>Whether the task's role opens the file system.</summary>
public class EFSAuthorizationConfigIAM(string value) : ConstantClass(value)
{
    public static readonly EFSAuthorizationConfigIAM DISABLED = new("DISABLED");
    public static readonly EFSAuthorizationConfigIAM ENABLED = new("ENABLED");

    public static EFSAuthorizationConfigIAM FindValue(string value) => FindValue<EFSAuthorizationConfigIAM>(value);

    public static implicit operator EFSAuthorizationConfigIAM(string value) => FindValue(value);
}

/// <summary>Whether traffic to the file system is encrypted.</summary>
public class EFSTransitEncryption(string value) : ConstantClass(value)
{
    public static readonly EFSTransitEncryption DISABLED = new("DISABLED");
    public static readonly EFSTransitEncryption ENABLED = new("ENABLED");

    public static EFSTransitEncryption FindValue(string value) => FindValue<EFSTransitEncryption>(value);

    public static implicit operator EFSTransitEncryption(string value) => FindValue(value);
}

/// <summary>Where an environment file is.</summary>
public class EnvironmentFileType(string value) : ConstantClass(value)
{
    public static readonly EnvironmentFileType S3 = new("s3");

    public static EnvironmentFileType FindValue(string value) => FindValue<EnvironmentFileType>(value);

    public static implicit operator EnvironmentFileType(string value) => FindValue(value);
}

/// <summary>The log router.</summary>
public class FirelensConfigurationType(string value) : ConstantClass(value)
{
    public static readonly FirelensConfigurationType Fluentbit = new("fluentbit");
    public static readonly FirelensConfigurationType Fluentd = new("fluentd");

    public static FirelensConfigurationType FindValue(string value) => FindValue<FirelensConfigurationType>(value);

    public static implicit operator FirelensConfigurationType(string value) => FindValue(value);
}

/// <summary>What the health checks say.</summary>
public class HealthStatus(string value) : ConstantClass(value)
{
    public static readonly HealthStatus HEALTHY = new("HEALTHY");
    public static readonly HealthStatus UNHEALTHY = new("UNHEALTHY");
    public static readonly HealthStatus UNKNOWN = new("UNKNOWN");

    public static HealthStatus FindValue(string value) => FindValue<HealthStatus>(value);

    public static implicit operator HealthStatus(string value) => FindValue(value);
}

/// <summary>What a check of an instance says.</summary>
public class InstanceHealthCheckState(string value) : ConstantClass(value)
{
    public static readonly InstanceHealthCheckState IMPAIRED = new("IMPAIRED");
    public static readonly InstanceHealthCheckState INITIALIZING = new("INITIALIZING");
    public static readonly InstanceHealthCheckState INSUFFICIENT_DATA = new("INSUFFICIENT_DATA");
    public static readonly InstanceHealthCheckState OK = new("OK");

    public static InstanceHealthCheckState FindValue(string value) => FindValue<InstanceHealthCheckState>(value);

    public static implicit operator InstanceHealthCheckState(string value) => FindValue(value);
}

/// <summary>What a check of an instance looks at.</summary>
public class InstanceHealthCheckType(string value) : ConstantClass(value)
{
    public static readonly InstanceHealthCheckType ACCELERATED_COMPUTE = new("ACCELERATED_COMPUTE");
    public static readonly InstanceHealthCheckType CONTAINER_RUNTIME = new("CONTAINER_RUNTIME");
    public static readonly InstanceHealthCheckType DAEMON = new("DAEMON");

    public static InstanceHealthCheckType FindValue(string value) => FindValue<InstanceHealthCheckType>(value);

    public static implicit operator InstanceHealthCheckType(string value) => FindValue(value);
}

/// <summary>The shared memory that a task's containers see.</summary>
public class IpcMode(string value) : ConstantClass(value)
{
    public static readonly IpcMode Host = new("host");
    public static readonly IpcMode None = new("none");
    public static readonly IpcMode Task = new("task");

    public static IpcMode FindValue(string value) => FindValue<IpcMode>(value);

    public static implicit operator IpcMode(string value) => FindValue(value);
}

/// <summary>What tasks run on.</summary>
public class LaunchType(string value) : ConstantClass(value)
{
    public static readonly LaunchType EC2 = new("EC2");
    public static readonly LaunchType EXTERNAL = new("EXTERNAL");
    public static readonly LaunchType FARGATE = new("FARGATE");
    public static readonly LaunchType MANAGED_INSTANCES = new("MANAGED_INSTANCES");

    public static LaunchType FindValue(string value) => FindValue<LaunchType>(value);

    public static implicit operator LaunchType(string value) => FindValue(value);
}

/// <summary>What takes a container's output.</summary>
public class LogDriver(string value) : ConstantClass(value)
{
    public static readonly LogDriver Awsfirelens = new("awsfirelens");
    public static readonly LogDriver Awslogs = new("awslogs");
    public static readonly LogDriver Fluentd = new("fluentd");
    public static readonly LogDriver Gelf = new("gelf");
    public static readonly LogDriver Journald = new("journald");
    public static readonly LogDriver JsonFile = new("json-file");
    public static readonly LogDriver Splunk = new("splunk");
    public static readonly LogDriver Syslog = new("syslog");

    public static LogDriver FindValue(string value) => FindValue<LogDriver>(value);

    public static implicit operator LogDriver(string value) => FindValue(value);
}

/// <summary>The name of a managed agent.</summary>
public class ManagedAgentName(string value) : ConstantClass(value)
{
    public static readonly ManagedAgentName ExecuteCommandAgent = new("ExecuteCommandAgent");

    public static ManagedAgentName FindValue(string value) => FindValue<ManagedAgentName>(value);

    public static implicit operator ManagedAgentName(string value) => FindValue(value);
}

/// <summary>The network that a task's containers use.</summary>
public class NetworkMode(string value) : ConstantClass(value)
{
    public static readonly NetworkMode Awsvpc = new("awsvpc");
    public static readonly NetworkMode Bridge = new("bridge");
    public static readonly NetworkMode Host = new("host");
    public static readonly NetworkMode None = new("none");

    public static NetworkMode FindValue(string value) => FindValue<NetworkMode>(value);

    public static implicit operator NetworkMode(string value) => FindValue(value);
}

/// <summary>The operating system that a task needs.</summary>
public class OSFamily(string value) : ConstantClass(value)
{
    public static readonly OSFamily LINUX = new("LINUX");
    public static readonly OSFamily WINDOWS_SERVER_2004_CORE = new("WINDOWS_SERVER_2004_CORE");
    public static readonly OSFamily WINDOWS_SERVER_2016_FULL = new("WINDOWS_SERVER_2016_FULL");
    public static readonly OSFamily WINDOWS_SERVER_2019_CORE = new("WINDOWS_SERVER_2019_CORE");
    public static readonly OSFamily WINDOWS_SERVER_2019_FULL = new("WINDOWS_SERVER_2019_FULL");
    public static readonly OSFamily WINDOWS_SERVER_2022_CORE = new("WINDOWS_SERVER_2022_CORE");
    public static readonly OSFamily WINDOWS_SERVER_2022_FULL = new("WINDOWS_SERVER_2022_FULL");
    public static readonly OSFamily WINDOWS_SERVER_2025_CORE = new("WINDOWS_SERVER_2025_CORE");
    public static readonly OSFamily WINDOWS_SERVER_2025_FULL = new("WINDOWS_SERVER_2025_FULL");
    public static readonly OSFamily WINDOWS_SERVER_20H2_CORE = new("WINDOWS_SERVER_20H2_CORE");

    public static OSFamily FindValue(string value) => FindValue<OSFamily>(value);

    public static implicit operator OSFamily(string value) => FindValue(value);
}

/// <summary>The processes that a task's containers see.</summary>
public class PidMode(string value) : ConstantClass(value)
{
    public static readonly PidMode Host = new("host");
    public static readonly PidMode Task = new("task");

    public static PidMode FindValue(string value) => FindValue<PidMode>(value);

    public static implicit operator PidMode(string value) => FindValue(value);
}

/// <summary>The kind of a placement rule.</summary>
public class PlacementConstraintType(string value) : ConstantClass(value)
{
    public static readonly PlacementConstraintType DistinctInstance = new("distinctInstance");
    public static readonly PlacementConstraintType MemberOf = new("memberOf");

    public static PlacementConstraintType FindValue(string value) => FindValue<PlacementConstraintType>(value);

    public static implicit operator PlacementConstraintType(string value) => FindValue(value);
}

/// <summary>The kind of a placement strategy.</summary>
public class PlacementStrategyType(string value) : ConstantClass(value)
{
    public static readonly PlacementStrategyType Binpack = new("binpack");
    public static readonly PlacementStrategyType Random = new("random");
    public static readonly PlacementStrategyType Spread = new("spread");

    public static PlacementStrategyType FindValue(string value) => FindValue<PlacementStrategyType>(value);

    public static implicit operator PlacementStrategyType(string value) => FindValue(value);
}

/// <summary>Where a task takes its tags from.</summary>
public class PropagateTags(string value) : ConstantClass(value)
{
    public static readonly PropagateTags NONE = new("NONE");
    public static readonly PropagateTags SERVICE = new("SERVICE");
    public static readonly PropagateTags TASK_DEFINITION = new("TASK_DEFINITION");

    public static PropagateTags FindValue(string value) => FindValue<PropagateTags>(value);

    public static implicit operator PropagateTags(string value) => FindValue(value);
}

/// <summary>The kind of a proxy.</summary>
public class ProxyConfigurationType(string value) : ConstantClass(value)
{
    public static readonly ProxyConfigurationType APPMESH = new("APPMESH");

    public static ProxyConfigurationType FindValue(string value) => FindValue<ProxyConfigurationType>(value);

    public static implicit operator ProxyConfigurationType(string value) => FindValue(value);
}

/// <summary>Who manages the resources.</summary>
public class ResourceManagementType(string value) : ConstantClass(value)
{
    public static readonly ResourceManagementType CUSTOMER = new("CUSTOMER");
    public static readonly ResourceManagementType ECS = new("ECS");

    public static ResourceManagementType FindValue(string value) => FindValue<ResourceManagementType>(value);

    public static implicit operator ResourceManagementType(string value) => FindValue(value);
}

/// <summary>The kind of a resource.</summary>
public class ResourceType(string value) : ConstantClass(value)
{
    public static readonly ResourceType GPU = new("GPU");
    public static readonly ResourceType InferenceAccelerator = new("InferenceAccelerator");

    public static ResourceType FindValue(string value) => FindValue<ResourceType>(value);

    public static implicit operator ResourceType(string value) => FindValue(value);
}

/// <summary>How a service places its tasks.</summary>
public class SchedulingStrategy(string value) : ConstantClass(value)
{
    public static readonly SchedulingStrategy DAEMON = new("DAEMON");
    public static readonly SchedulingStrategy REPLICA = new("REPLICA");

    public static SchedulingStrategy FindValue(string value) => FindValue<SchedulingStrategy>(value);

    public static implicit operator SchedulingStrategy(string value) => FindValue(value);
}

/// <summary>How long a volume lives.</summary>
public class Scope(string value) : ConstantClass(value)
{
    public static readonly Scope Shared = new("shared");
    public static readonly Scope Task = new("task");

    public static Scope FindValue(string value) => FindValue<Scope>(value);

    public static implicit operator Scope(string value) => FindValue(value);
}

/// <summary>What else to tell of a service.</summary>
public class ServiceField(string value) : ConstantClass(value)
{
    public static readonly ServiceField TAGS = new("TAGS");

    public static ServiceField FindValue(string value) => FindValue<ServiceField>(value);

    public static implicit operator ServiceField(string value) => FindValue(value);
}

/// <summary>The order of a list.</summary>
public class SortOrder(string value) : ConstantClass(value)
{
    public static readonly SortOrder ASC = new("ASC");
    public static readonly SortOrder DESC = new("DESC");

    public static SortOrder FindValue(string value) => FindValue<SortOrder>(value);

    public static implicit operator SortOrder(string value) => FindValue(value);
}

/// <summary>What an attribute belongs to.</summary>
public class TargetType(string value) : ConstantClass(value)
{
    public static readonly TargetType ContainerInstance = new("container-instance");

    public static TargetType FindValue(string value) => FindValue<TargetType>(value);

    public static implicit operator TargetType(string value) => FindValue(value);
}

/// <summary>What else to tell of a task definition.</summary>
public class TaskDefinitionField(string value) : ConstantClass(value)
{
    public static readonly TaskDefinitionField TAGS = new("TAGS");

    public static TaskDefinitionField FindValue(string value) => FindValue<TaskDefinitionField>(value);

    public static implicit operator TaskDefinitionField(string value) => FindValue(value);
}

/// <summary>The kind of a rule for where tasks may run.</summary>
public class TaskDefinitionPlacementConstraintType(string value) : ConstantClass(value)
{
    public static readonly TaskDefinitionPlacementConstraintType MemberOf = new("memberOf");

    public static TaskDefinitionPlacementConstraintType FindValue(string value) =>
        FindValue<TaskDefinitionPlacementConstraintType>(value);

    public static implicit operator TaskDefinitionPlacementConstraintType(string value) => FindValue(value);
}

/// <summary>Whether a revision can be used.</summary>
public class TaskDefinitionStatus(string value) : ConstantClass(value)
{
    public static readonly TaskDefinitionStatus ACTIVE = new("ACTIVE");
    public static readonly TaskDefinitionStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");
    public static readonly TaskDefinitionStatus INACTIVE = new("INACTIVE");

    public static TaskDefinitionStatus FindValue(string value) => FindValue<TaskDefinitionStatus>(value);

    public static implicit operator TaskDefinitionStatus(string value) => FindValue(value);
}

/// <summary>What else to tell of a task.</summary>
public class TaskField(string value) : ConstantClass(value)
{
    public static readonly TaskField TAGS = new("TAGS");

    public static TaskField FindValue(string value) => FindValue<TaskField>(value);

    public static implicit operator TaskField(string value) => FindValue(value);
}

/// <summary>Why a task stopped.</summary>
public class TaskStopCode(string value) : ConstantClass(value)
{
    public static readonly TaskStopCode EssentialContainerExited = new("EssentialContainerExited");
    public static readonly TaskStopCode ServiceSchedulerInitiated = new("ServiceSchedulerInitiated");
    public static readonly TaskStopCode SpotInterruption = new("SpotInterruption");
    public static readonly TaskStopCode TaskFailedToStart = new("TaskFailedToStart");
    public static readonly TaskStopCode TerminationNotice = new("TerminationNotice");
    public static readonly TaskStopCode UserInitiated = new("UserInitiated");

    public static TaskStopCode FindValue(string value) => FindValue<TaskStopCode>(value);

    public static implicit operator TaskStopCode(string value) => FindValue(value);
}

/// <summary>The protocol of a port.</summary>
public class TransportProtocol(string value) : ConstantClass(value)
{
    public static readonly TransportProtocol Tcp = new("tcp");
    public static readonly TransportProtocol Udp = new("udp");

    public static TransportProtocol FindValue(string value) => FindValue<TransportProtocol>(value);

    public static implicit operator TransportProtocol(string value) => FindValue(value);
}

/// <summary>The limit that is set.</summary>
public class UlimitName(string value) : ConstantClass(value)
{
    public static readonly UlimitName Core = new("core");
    public static readonly UlimitName Cpu = new("cpu");
    public static readonly UlimitName Data = new("data");
    public static readonly UlimitName Fsize = new("fsize");
    public static readonly UlimitName Locks = new("locks");
    public static readonly UlimitName Memlock = new("memlock");
    public static readonly UlimitName Msgqueue = new("msgqueue");
    public static readonly UlimitName Nice = new("nice");
    public static readonly UlimitName Nofile = new("nofile");
    public static readonly UlimitName Nproc = new("nproc");
    public static readonly UlimitName Rss = new("rss");
    public static readonly UlimitName Rtprio = new("rtprio");
    public static readonly UlimitName Rttime = new("rttime");
    public static readonly UlimitName Sigpending = new("sigpending");
    public static readonly UlimitName Stack = new("stack");

    public static UlimitName FindValue(string value) => FindValue<UlimitName>(value);

    public static implicit operator UlimitName(string value) => FindValue(value);
}

/// <summary>Whether a tag is resolved to one image for all of a service's tasks.</summary>
public class VersionConsistency(string value) : ConstantClass(value)
{
    public static readonly VersionConsistency Disabled = new("disabled");
    public static readonly VersionConsistency Enabled = new("enabled");

    public static VersionConsistency FindValue(string value) => FindValue<VersionConsistency>(value);

    public static implicit operator VersionConsistency(string value) => FindValue(value);
}
