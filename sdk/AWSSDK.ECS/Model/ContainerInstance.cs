using System;
using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>An instance of a cluster, and what room it has.</summary>
public partial class ContainerInstance
{
    public bool? AgentConnected { get; set; }

    public AgentUpdateStatus AgentUpdateStatus { get; set; }

    public List<Attachment> Attachments { get; set; } = Unset.List<Attachment>();

    public List<Attribute> Attributes { get; set; } = Unset.List<Attribute>();

    public string CapacityProviderName { get; set; }

    public string ContainerInstanceArn { get; set; }

    public string Ec2InstanceId { get; set; }

    public ContainerInstanceHealthStatus HealthStatus { get; set; }

    public int? PendingTasksCount { get; set; }

    public DateTime? RegisteredAt { get; set; }

    public List<Resource> RegisteredResources { get; set; } = Unset.List<Resource>();

    public List<Resource> RemainingResources { get; set; } = Unset.List<Resource>();

    public int? RunningTasksCount { get; set; }

    public string Status { get; set; }

    public string StatusReason { get; set; }

    public List<Tag> Tags { get; set; } = Unset.List<Tag>();

    public long? Version { get; set; }

    public VersionInfo VersionInfo { get; set; }
}
