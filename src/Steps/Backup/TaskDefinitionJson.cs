using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.ECS;

namespace SonicBridge.Steps.Backup;

/// <summary>A task definition by the names that it has on the wire. A member that nobody knows is an error and no loss.</summary>
[JsonSerializable(typeof(TaskDefinitionInput))]
internal sealed partial class TaskDefinitionJson : JsonSerializerContext
{
    /// <summary>The one to use: the SDK's constants are texts in it.</summary>
    public static TaskDefinitionJson Wire { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
                Converters =
                {
                    new ConstantConverter<ApplicationProtocol>(text => new ApplicationProtocol(text)),
                    new ConstantConverter<ContainerCondition>(text => new ContainerCondition(text)),
                    new ConstantConverter<CPUArchitecture>(text => new CPUArchitecture(text)),
                    new ConstantConverter<EFSAuthorizationConfigIAM>(text => new EFSAuthorizationConfigIAM(text)),
                    new ConstantConverter<EFSTransitEncryption>(text => new EFSTransitEncryption(text)),
                    new ConstantConverter<EnvironmentFileType>(text => new EnvironmentFileType(text)),
                    new ConstantConverter<FirelensConfigurationType>(text => new FirelensConfigurationType(text)),
                    new ConstantConverter<IpcMode>(text => new IpcMode(text)),
                    new ConstantConverter<LogDriver>(text => new LogDriver(text)),
                    new ConstantConverter<NetworkMode>(text => new NetworkMode(text)),
                    new ConstantConverter<OSFamily>(text => new OSFamily(text)),
                    new ConstantConverter<PidMode>(text => new PidMode(text)),
                    new ConstantConverter<ProxyConfigurationType>(text => new ProxyConfigurationType(text)),
                    new ConstantConverter<ResourceType>(text => new ResourceType(text)),
                    new ConstantConverter<Scope>(text => new Scope(text)),
                    new ConstantConverter<TaskDefinitionPlacementConstraintType>(
                        text => new TaskDefinitionPlacementConstraintType(text)
                    ),
                    new ConstantConverter<TransportProtocol>(text => new TransportProtocol(text)),
                    new ConstantConverter<UlimitName>(text => new UlimitName(text)),
                    new ConstantConverter<VersionConsistency>(text => new VersionConsistency(text)),
                },
            }
        );
}
