namespace Amazon.ECS.Model;

/// <summary>An accelerator of Amazon Elastic Inference.</summary>
public partial class InferenceAccelerator
{
    public string DeviceName { get; set; }

    public string DeviceType { get; set; }
}
