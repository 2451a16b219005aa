namespace Amazon.ECS.Model;

/// <summary>How many tasks of a service run one of its revisions.</summary>
public partial class ServiceCurrentRevisionSummary
{
    public string Arn { get; set; }

    public int? PendingTaskCount { get; set; }

    public int? RequestedTaskCount { get; set; }

    public int? RunningTaskCount { get; set; }
}
