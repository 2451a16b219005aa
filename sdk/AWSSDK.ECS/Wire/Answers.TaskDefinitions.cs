using System.Text.Json;
using Amazon.ECS.Model;
using Amazon.StandIns;

namespace Amazon.ECS.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static RegisterTaskDefinitionResponse RegisterTaskDefinitionResponseOf(JsonElement json) =>
        new() { Tags = json.List("tags", TagOf), TaskDefinition = json.Object("taskDefinition", TaskDefinitionOf) };

    public static TaskDefinition TaskDefinitionOf(JsonElement json) =>
        new()
        {
            Compatibilities = json.Texts("compatibilities"),
            ContainerDefinitions = json.List("containerDefinitions", ContainerDefinitionOf),
            Cpu = json.Text("cpu"),
            DeleteRequestedAt = json.Time("deleteRequestedAt"),
            DeregisteredAt = json.Time("deregisteredAt"),
            EnableFaultInjection = json.Flag("enableFaultInjection"),
            EphemeralStorage = json.Object("ephemeralStorage", EphemeralStorageOf),
            ExecutionRoleArn = json.Text("executionRoleArn"),
            Family = json.Text("family"),
            InferenceAccelerators = json.List("inferenceAccelerators", InferenceAcceleratorOf),
            IpcMode = json.Text("ipcMode"),
            Memory = json.Text("memory"),
            NetworkMode = json.Text("networkMode"),
            PidMode = json.Text("pidMode"),
            PlacementConstraints = json.List("placementConstraints", TaskDefinitionPlacementConstraintOf),
            ProxyConfiguration = json.Object("proxyConfiguration", ProxyConfigurationOf),
            RegisteredAt = json.Time("registeredAt"),
            RegisteredBy = json.Text("registeredBy"),
            RequiresAttributes = json.List("requiresAttributes", AttributeOf),
            RequiresCompatibilities = json.Texts("requiresCompatibilities"),
            Revision = json.Number("revision"),
            RuntimePlatform = json.Object("runtimePlatform", RuntimePlatformOf),
            Status = json.Text("status"),
            TaskDefinitionArn = json.Text("taskDefinitionArn"),
            TaskRoleArn = json.Text("taskRoleArn"),
            Volumes = json.List("volumes", VolumeOf),
        };

    public static ContainerDefinition ContainerDefinitionOf(JsonElement json) =>
        new()
        {
            Command = json.Texts("command"),
            Cpu = json.Number("cpu"),
            CredentialSpecs = json.Texts("credentialSpecs"),
            DependsOn = json.List("dependsOn", ContainerDependencyOf),
            DisableNetworking = json.Flag("disableNetworking"),
            DnsSearchDomains = json.Texts("dnsSearchDomains"),
            DnsServers = json.Texts("dnsServers"),
            DockerLabels = json.TextMap("dockerLabels"),
            DockerSecurityOptions = json.Texts("dockerSecurityOptions"),
            EntryPoint = json.Texts("entryPoint"),
            Environment = json.List("environment", KeyValuePairOf),
            EnvironmentFiles = json.List("environmentFiles", EnvironmentFileOf),
            Essential = json.Flag("essential"),
            ExtraHosts = json.List("extraHosts", HostEntryOf),
            FirelensConfiguration = json.Object("firelensConfiguration", FirelensConfigurationOf),
            HealthCheck = json.Object("healthCheck", HealthCheckOf),
            Hostname = json.Text("hostname"),
            Image = json.Text("image"),
            Interactive = json.Flag("interactive"),
            Links = json.Texts("links"),
            LinuxParameters = json.Object("linuxParameters", LinuxParametersOf),
            LogConfiguration = json.Object("logConfiguration", LogConfigurationOf),
            Memory = json.Number("memory"),
            MemoryReservation = json.Number("memoryReservation"),
            MountPoints = json.List("mountPoints", MountPointOf),
            Name = json.Text("name"),
            PortMappings = json.List("portMappings", PortMappingOf),
            Privileged = json.Flag("privileged"),
            PseudoTerminal = json.Flag("pseudoTerminal"),
            ReadonlyRootFilesystem = json.Flag("readonlyRootFilesystem"),
            RepositoryCredentials = json.Object("repositoryCredentials", RepositoryCredentialsOf),
            ResourceRequirements = json.List("resourceRequirements", ResourceRequirementOf),
            RestartPolicy = json.Object("restartPolicy", ContainerRestartPolicyOf),
            Secrets = json.List("secrets", SecretOf),
            StartTimeout = json.Number("startTimeout"),
            StopTimeout = json.Number("stopTimeout"),
            SystemControls = json.List("systemControls", SystemControlOf),
            Ulimits = json.List("ulimits", UlimitOf),
            User = json.Text("user"),
            VersionConsistency = json.Text("versionConsistency"),
            VolumesFrom = json.List("volumesFrom", VolumeFromOf),
            WorkingDirectory = json.Text("workingDirectory"),
        };

    public static ContainerDependency ContainerDependencyOf(JsonElement json) =>
        new() { Condition = json.Text("condition"), ContainerName = json.Text("containerName") };

    public static HostEntry HostEntryOf(JsonElement json) =>
        new() { Hostname = json.Text("hostname"), IpAddress = json.Text("ipAddress") };

    public static FirelensConfiguration FirelensConfigurationOf(JsonElement json) =>
        new() { Options = json.TextMap("options"), Type = json.Text("type") };

    public static HealthCheck HealthCheckOf(JsonElement json) =>
        new()
        {
            Command = json.Texts("command"),
            Interval = json.Number("interval"),
            Retries = json.Number("retries"),
            StartPeriod = json.Number("startPeriod"),
            Timeout = json.Number("timeout"),
        };

    public static LinuxParameters LinuxParametersOf(JsonElement json) =>
        new()
        {
            Capabilities = json.Object("capabilities", KernelCapabilitiesOf),
            Devices = json.List("devices", DeviceOf),
            InitProcessEnabled = json.Flag("initProcessEnabled"),
            MaxSwap = json.Number("maxSwap"),
            SharedMemorySize = json.Number("sharedMemorySize"),
            Swappiness = json.Number("swappiness"),
            Tmpfs = json.List("tmpfs", TmpfsOf),
        };

    public static KernelCapabilities KernelCapabilitiesOf(JsonElement json) =>
        new() { Add = json.Texts("add"), Drop = json.Texts("drop") };

    public static Device DeviceOf(JsonElement json) =>
        new()
        {
            ContainerPath = json.Text("containerPath"),
            HostPath = json.Text("hostPath"),
            Permissions = json.Texts("permissions"),
        };

    public static Tmpfs TmpfsOf(JsonElement json) =>
        new()
        {
            ContainerPath = json.Text("containerPath"),
            MountOptions = json.Texts("mountOptions"),
            Size = json.Number("size"),
        };

    public static LogConfiguration LogConfigurationOf(JsonElement json) =>
        new()
        {
            LogDriver = json.Text("logDriver"),
            Options = json.TextMap("options"),
            SecretOptions = json.List("secretOptions", SecretOf),
        };

    public static Secret SecretOf(JsonElement json) =>
        new() { Name = json.Text("name"), ValueFrom = json.Text("valueFrom") };

    public static MountPoint MountPointOf(JsonElement json) =>
        new()
        {
            ContainerPath = json.Text("containerPath"),
            ReadOnly = json.Flag("readOnly"),
            SourceVolume = json.Text("sourceVolume"),
        };

    public static PortMapping PortMappingOf(JsonElement json) =>
        new()
        {
            AppProtocol = json.Text("appProtocol"),
            ContainerPort = json.Number("containerPort"),
            ContainerPortRange = json.Text("containerPortRange"),
            HostPort = json.Number("hostPort"),
            Name = json.Text("name"),
            Protocol = json.Text("protocol"),
        };

    public static RepositoryCredentials RepositoryCredentialsOf(JsonElement json) =>
        new() { CredentialsParameter = json.Text("credentialsParameter") };

    public static ContainerRestartPolicy ContainerRestartPolicyOf(JsonElement json) =>
        new()
        {
            Enabled = json.Flag("enabled"),
            IgnoredExitCodes = json.List("ignoredExitCodes", static item => item.GetInt32()),
            RestartAttemptPeriod = json.Number("restartAttemptPeriod"),
        };

    public static SystemControl SystemControlOf(JsonElement json) =>
        new() { Namespace = json.Text("namespace"), Value = json.Text("value") };

    public static Ulimit UlimitOf(JsonElement json) =>
        new()
        {
            HardLimit = json.Number("hardLimit"),
            Name = json.Text("name"),
            SoftLimit = json.Number("softLimit"),
        };

    public static VolumeFrom VolumeFromOf(JsonElement json) =>
        new() { ReadOnly = json.Flag("readOnly"), SourceContainer = json.Text("sourceContainer") };

    public static InferenceAccelerator InferenceAcceleratorOf(JsonElement json) =>
        new() { DeviceName = json.Text("deviceName"), DeviceType = json.Text("deviceType") };

    public static TaskDefinitionPlacementConstraint TaskDefinitionPlacementConstraintOf(JsonElement json) =>
        new() { Expression = json.Text("expression"), Type = json.Text("type") };

    public static ProxyConfiguration ProxyConfigurationOf(JsonElement json) =>
        new()
        {
            ContainerName = json.Text("containerName"),
            Properties = json.List("properties", KeyValuePairOf),
            Type = json.Text("type"),
        };

    public static RuntimePlatform RuntimePlatformOf(JsonElement json) =>
        new()
        {
            CpuArchitecture = json.Text("cpuArchitecture"),
            OperatingSystemFamily = json.Text("operatingSystemFamily"),
        };

    public static Volume VolumeOf(JsonElement json) =>
        new()
        {
            ConfiguredAtLaunch = json.Flag("configuredAtLaunch"),
            DockerVolumeConfiguration = json.Object("dockerVolumeConfiguration", DockerVolumeConfigurationOf),
            EfsVolumeConfiguration = json.Object("efsVolumeConfiguration", EFSVolumeConfigurationOf),
            FsxWindowsFileServerVolumeConfiguration = json.Object(
                "fsxWindowsFileServerVolumeConfiguration",
                FSxWindowsFileServerVolumeConfigurationOf
            ),
            Host = json.Object("host", HostVolumePropertiesOf),
            Name = json.Text("name"),
            S3filesVolumeConfiguration = json.Object("s3filesVolumeConfiguration", S3FilesVolumeConfigurationOf),
        };

    public static DockerVolumeConfiguration DockerVolumeConfigurationOf(JsonElement json) =>
        new()
        {
            Autoprovision = json.Flag("autoprovision"),
            Driver = json.Text("driver"),
            DriverOpts = json.TextMap("driverOpts"),
            Labels = json.TextMap("labels"),
            Scope = json.Text("scope"),
        };

    public static EFSVolumeConfiguration EFSVolumeConfigurationOf(JsonElement json) =>
        new()
        {
            AuthorizationConfig = json.Object("authorizationConfig", EFSAuthorizationConfigOf),
            FileSystemId = json.Text("fileSystemId"),
            RootDirectory = json.Text("rootDirectory"),
            TransitEncryption = json.Text("transitEncryption"),
            TransitEncryptionPort = json.Number("transitEncryptionPort"),
        };

    public static EFSAuthorizationConfig EFSAuthorizationConfigOf(JsonElement json) =>
        new() { AccessPointId = json.Text("accessPointId"), Iam = json.Text("iam") };

    public static FSxWindowsFileServerVolumeConfiguration FSxWindowsFileServerVolumeConfigurationOf(JsonElement json) =>
        new()
        {
            AuthorizationConfig = json.Object("authorizationConfig", FSxWindowsFileServerAuthorizationConfigOf),
            FileSystemId = json.Text("fileSystemId"),
            RootDirectory = json.Text("rootDirectory"),
        };

    public static FSxWindowsFileServerAuthorizationConfig FSxWindowsFileServerAuthorizationConfigOf(JsonElement json) =>
        new() { CredentialsParameter = json.Text("credentialsParameter"), Domain = json.Text("domain") };

    public static HostVolumeProperties HostVolumePropertiesOf(JsonElement json) =>
        new() { SourcePath = json.Text("sourcePath") };

    public static S3FilesVolumeConfiguration S3FilesVolumeConfigurationOf(JsonElement json) =>
        new()
        {
            AccessPointArn = json.Text("accessPointArn"),
            FileSystemArn = json.Text("fileSystemArn"),
            RootDirectory = json.Text("rootDirectory"),
            TransitEncryptionPort = json.Number("transitEncryptionPort"),
        };

    public static DescribeTaskDefinitionResponse DescribeTaskDefinitionResponseOf(JsonElement json) =>
        new() { Tags = json.List("tags", TagOf), TaskDefinition = json.Object("taskDefinition", TaskDefinitionOf) };

    public static DeregisterTaskDefinitionResponse DeregisterTaskDefinitionResponseOf(JsonElement json) =>
        new() { TaskDefinition = json.Object("taskDefinition", TaskDefinitionOf) };

    public static ListTaskDefinitionsResponse ListTaskDefinitionsResponseOf(JsonElement json) =>
        new() { NextToken = json.Text("nextToken"), TaskDefinitionArns = json.Texts("taskDefinitionArns") };
}
