using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>Where else an instance has replicas.</summary>
public partial class ReplicationConfiguration
{
    public string GlobalSignInEndpoint { get; set; }

    public List<ReplicationStatusSummary> ReplicationStatusSummaryList { get; set; } =
        Unset.List<ReplicationStatusSummary>();

    public string SourceRegion { get; set; }
}
