namespace Amazon.ECS.Model;

/// <summary>A task to stop; the reason shows where the task is described.</summary>
public partial class StopTaskRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public string Reason { get; set; }

    public string Task { get; set; }
}
