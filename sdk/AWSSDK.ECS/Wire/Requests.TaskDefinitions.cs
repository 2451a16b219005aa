using System.Text.Json;
using Amazon.ECS.Model;
using Amazon.StandIns;

namespace Amazon.ECS.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Write(Utf8JsonWriter json, RegisterTaskDefinitionRequest value)
    {
        json.List("containerDefinitions", value.ContainerDefinitions, Write);
        json.Text("cpu", value.Cpu);
        json.Flag("enableFaultInjection", value.EnableFaultInjection);
        json.Object("ephemeralStorage", value.EphemeralStorage, Write);
        json.Text("executionRoleArn", value.ExecutionRoleArn);
        json.Text("family", value.Family);
        json.List("inferenceAccelerators", value.InferenceAccelerators, Write);
        json.Text("ipcMode", value.IpcMode);
        json.Text("memory", value.Memory);
        json.Text("networkMode", value.NetworkMode);
        json.Text("pidMode", value.PidMode);
        json.List("placementConstraints", value.PlacementConstraints, Write);
        json.Object("proxyConfiguration", value.ProxyConfiguration, Write);
        json.Texts("requiresCompatibilities", value.RequiresCompatibilities);
        json.Object("runtimePlatform", value.RuntimePlatform, Write);
        json.List("tags", value.Tags, Write);
        json.Text("taskRoleArn", value.TaskRoleArn);
        json.List("volumes", value.Volumes, Write);
    }

    public static void Write(Utf8JsonWriter json, ContainerDefinition value)
    {
        json.Texts("command", value.Command);
        json.Number("cpu", value.Cpu);
        json.Texts("credentialSpecs", value.CredentialSpecs);
        json.List("dependsOn", value.DependsOn, Write);
        json.Flag("disableNetworking", value.DisableNetworking);
        json.Texts("dnsSearchDomains", value.DnsSearchDomains);
        json.Texts("dnsServers", value.DnsServers);
        json.TextMap("dockerLabels", value.DockerLabels);
        json.Texts("dockerSecurityOptions", value.DockerSecurityOptions);
        json.Texts("entryPoint", value.EntryPoint);
        json.List("environment", value.Environment, Write);
        json.List("environmentFiles", value.EnvironmentFiles, Write);
        json.Flag("essential", value.Essential);
        json.List("extraHosts", value.ExtraHosts, Write);
        json.Object("firelensConfiguration", value.FirelensConfiguration, Write);
        json.Object("healthCheck", value.HealthCheck, Write);
        json.Text("hostname", value.Hostname);
        json.Text("image", value.Image);
        json.Flag("interactive", value.Interactive);
        json.Texts("links", value.Links);
        json.Object("linuxParameters", value.LinuxParameters, Write);
        json.Object("logConfiguration", value.LogConfiguration, Write);
        json.Number("memory", value.Memory);
        json.Number("memoryReservation", value.MemoryReservation);
        json.List("mountPoints", value.MountPoints, Write);
        json.Text("name", value.Name);
        json.List("portMappings", value.PortMappings, Write);
        json.Flag("privileged", value.Privileged);
        json.Flag("pseudoTerminal", value.PseudoTerminal);
        json.Flag("readonlyRootFilesystem", value.ReadonlyRootFilesystem);
        json.Object("repositoryCredentials", value.RepositoryCredentials, Write);
        json.List("resourceRequirements", value.ResourceRequirements, Write);
        json.Object("restartPolicy", value.RestartPolicy, Write);
        json.List("secrets", value.Secrets, Write);
        json.Number("startTimeout", value.StartTimeout);
        json.Number("stopTimeout", value.StopTimeout);
        json.List("systemControls", value.SystemControls, Write);
        json.List("ulimits", value.Ulimits, Write);
        json.Text("user", value.User);
        json.Text("versionConsistency", value.VersionConsistency);
        json.List("volumesFrom", value.VolumesFrom, Write);
        json.Text("workingDirectory", value.WorkingDirectory);
    }

    public static void Write(Utf8JsonWriter json, ContainerDependency value)
    {
        json.Text("condition", value.Condition);
        json.Text("containerName", value.ContainerName);
    }

    public static void Write(Utf8JsonWriter json, HostEntry value)
    {
        json.Text("hostname", value.Hostname);
        json.Text("ipAddress", value.IpAddress);
    }

    public static void Write(Utf8JsonWriter json, FirelensConfiguration value)
    {
        json.TextMap("options", value.Options);
        json.Text("type", value.Type);
    }

    public static void Write(Utf8JsonWriter json, HealthCheck value)
    {
        json.Texts("command", value.Command);
        json.Number("interval", value.Interval);
        json.Number("retries", value.Retries);
        json.Number("startPeriod", value.StartPeriod);
        json.Number("timeout", value.Timeout);
    }

    public static void Write(Utf8JsonWriter json, LinuxParameters value)
    {
        json.Object("capabilities", value.Capabilities, Write);
        json.List("devices", value.Devices, Write);
        json.Flag("initProcessEnabled", value.InitProcessEnabled);
        json.Number("maxSwap", value.MaxSwap);
        json.Number("sharedMemorySize", value.SharedMemorySize);
        json.Number("swappiness", value.Swappiness);
        json.List("tmpfs", value.Tmpfs, Write);
    }

    public static void Write(Utf8JsonWriter json, KernelCapabilities value)
    {
        json.Texts("add", value.Add);
        json.Texts("drop", value.Drop);
    }

    public static void Write(Utf8JsonWriter json, Device value)
    {
        json.Text("containerPath", value.ContainerPath);
        json.Text("hostPath", value.HostPath);
        json.Texts("permissions", value.Permissions);
    }

    public static void Write(Utf8JsonWriter json, Tmpfs value)
    {
        json.Text("containerPath", value.ContainerPath);
        json.Texts("mountOptions", value.MountOptions);
        json.Number("size", value.Size);
    }

    public static void Write(Utf8JsonWriter json, LogConfiguration value)
    {
        json.Text("logDriver", value.LogDriver);
        json.TextMap("options", value.Options);
        json.List("secretOptions", value.SecretOptions, Write);
    }

    public static void Write(Utf8JsonWriter json, Secret value)
    {
        json.Text("name", value.Name);
        json.Text("valueFrom", value.ValueFrom);
    }

    public static void Write(Utf8JsonWriter json, MountPoint value)
    {
        json.Text("containerPath", value.ContainerPath);
        json.Flag("readOnly", value.ReadOnly);
        json.Text("sourceVolume", value.SourceVolume);
    }

    public static void Write(Utf8JsonWriter json, PortMapping value)
    {
        json.Text("appProtocol", value.AppProtocol);
        json.Number("containerPort", value.ContainerPort);
        json.Text("containerPortRange", value.ContainerPortRange);
        json.Number("hostPort", value.HostPort);
        json.Text("name", value.Name);
        json.Text("protocol", value.Protocol);
    }

    public static void Write(Utf8JsonWriter json, RepositoryCredentials value)
    {
        json.Text("credentialsParameter", value.CredentialsParameter);
    }

    public static void Write(Utf8JsonWriter json, ContainerRestartPolicy value)
    {
        json.Flag("enabled", value.Enabled);
        json.Numbers("ignoredExitCodes", value.IgnoredExitCodes);
        json.Number("restartAttemptPeriod", value.RestartAttemptPeriod);
    }

    public static void Write(Utf8JsonWriter json, SystemControl value)
    {
        json.Text("namespace", value.Namespace);
        json.Text("value", value.Value);
    }

    public static void Write(Utf8JsonWriter json, Ulimit value)
    {
        json.Number("hardLimit", value.HardLimit);
        json.Text("name", value.Name);
        json.Number("softLimit", value.SoftLimit);
    }

    public static void Write(Utf8JsonWriter json, VolumeFrom value)
    {
        json.Flag("readOnly", value.ReadOnly);
        json.Text("sourceContainer", value.SourceContainer);
    }

    public static void Write(Utf8JsonWriter json, InferenceAccelerator value)
    {
        json.Text("deviceName", value.DeviceName);
        json.Text("deviceType", value.DeviceType);
    }

    public static void Write(Utf8JsonWriter json, TaskDefinitionPlacementConstraint value)
    {
        json.Text("expression", value.Expression);
        json.Text("type", value.Type);
    }

    public static void Write(Utf8JsonWriter json, ProxyConfiguration value)
    {
        json.Text("containerName", value.ContainerName);
        json.List("properties", value.Properties, Write);
        json.Text("type", value.Type);
    }

    public static void Write(Utf8JsonWriter json, RuntimePlatform value)
    {
        json.Text("cpuArchitecture", value.CpuArchitecture);
        json.Text("operatingSystemFamily", value.OperatingSystemFamily);
    }

    public static void Write(Utf8JsonWriter json, Volume value)
    {
        json.Flag("configuredAtLaunch", value.ConfiguredAtLaunch);
        json.Object("dockerVolumeConfiguration", value.DockerVolumeConfiguration, Write);
        json.Object("efsVolumeConfiguration", value.EfsVolumeConfiguration, Write);
        json.Object("fsxWindowsFileServerVolumeConfiguration", value.FsxWindowsFileServerVolumeConfiguration, Write);
        json.Object("host", value.Host, Write);
        json.Text("name", value.Name);
        json.Object("s3filesVolumeConfiguration", value.S3filesVolumeConfiguration, Write);
    }

    public static void Write(Utf8JsonWriter json, DockerVolumeConfiguration value)
    {
        json.Flag("autoprovision", value.Autoprovision);
        json.Text("driver", value.Driver);
        json.TextMap("driverOpts", value.DriverOpts);
        json.TextMap("labels", value.Labels);
        json.Text("scope", value.Scope);
    }

    public static void Write(Utf8JsonWriter json, EFSVolumeConfiguration value)
    {
        json.Object("authorizationConfig", value.AuthorizationConfig, Write);
        json.Text("fileSystemId", value.FileSystemId);
        json.Text("rootDirectory", value.RootDirectory);
        json.Text("transitEncryption", value.TransitEncryption);
        json.Number("transitEncryptionPort", value.TransitEncryptionPort);
    }

    public static void Write(Utf8JsonWriter json, EFSAuthorizationConfig value)
    {
        json.Text("accessPointId", value.AccessPointId);
        json.Text("iam", value.Iam);
    }

    public static void Write(Utf8JsonWriter json, FSxWindowsFileServerVolumeConfiguration value)
    {
        json.Object("authorizationConfig", value.AuthorizationConfig, Write);
        json.Text("fileSystemId", value.FileSystemId);
        json.Text("rootDirectory", value.RootDirectory);
    }

    public static void Write(Utf8JsonWriter json, FSxWindowsFileServerAuthorizationConfig value)
    {
        json.Text("credentialsParameter", value.CredentialsParameter);
        json.Text("domain", value.Domain);
    }

    public static void Write(Utf8JsonWriter json, HostVolumeProperties value)
    {
        json.Text("sourcePath", value.SourcePath);
    }

    public static void Write(Utf8JsonWriter json, S3FilesVolumeConfiguration value)
    {
        json.Text("accessPointArn", value.AccessPointArn);
        json.Text("fileSystemArn", value.FileSystemArn);
        json.Text("rootDirectory", value.RootDirectory);
        json.Number("transitEncryptionPort", value.TransitEncryptionPort);
    }

    public static void Write(Utf8JsonWriter json, DescribeTaskDefinitionRequest value)
    {
        json.Texts("include", value.Include);
        json.Text("taskDefinition", value.TaskDefinition);
    }

    public static void Write(Utf8JsonWriter json, DeregisterTaskDefinitionRequest value)
    {
        json.Text("taskDefinition", value.TaskDefinition);
    }

    public static void Write(Utf8JsonWriter json, ListTaskDefinitionsRequest value)
    {
        json.Text("familyPrefix", value.FamilyPrefix);
        json.Number("maxResults", value.MaxResults);
        json.Text("nextToken", value.NextToken);
        json.Text("sort", value.Sort);
        json.Text("status", value.Status);
    }
}
