using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>A cluster, and how many tasks and instances it has.</summary>
public partial class Cluster
{
    public int? ActiveServicesCount { get; set; }

    public List<Attachment> Attachments { get; set; } = Unset.List<Attachment>();

    public string AttachmentsStatus { get; set; }

    public List<string> CapacityProviders { get; set; } = Unset.List<string>();

    public string ClusterArn { get; set; }

    public string ClusterName { get; set; }

    public List<CapacityProviderStrategyItem> DefaultCapacityProviderStrategy { get; set; } =
        Unset.List<CapacityProviderStrategyItem>();

    public int? PendingTasksCount { get; set; }

    public int? RegisteredContainerInstancesCount { get; set; }

    public int? RunningTasksCount { get; set; }

    public ClusterServiceConnectDefaults ServiceConnectDefaults { get; set; }

    public List<ClusterSetting> Settings { get; set; } = Unset.List<ClusterSetting>();

    public List<KeyValuePair> Statistics { get; set; } = Unset.List<KeyValuePair>();

    public string Status { get; set; }

    public List<Tag> Tags { get; set; } = Unset.List<Tag>();
}
