namespace Amazon.AutoScaling.Model;

/// <summary>What is to change of a group.</summary>
public partial class UpdateAutoScalingGroupRequest : AmazonAutoScalingRequest
{
    public string AutoScalingGroupName { get; set; }

    public int? DesiredCapacity { get; set; }

    public int? MaxSize { get; set; }

    public int? MinSize { get; set; }

    public bool? NewInstancesProtectedFromScaleIn { get; set; }
}
