namespace Amazon.ECS.Model;

/// <summary>A task's storage on Fargate.</summary>
public partial class TaskEphemeralStorage
{
    public string KmsKeyId { get; set; }

    public int? SizeInGiB { get; set; }
}
