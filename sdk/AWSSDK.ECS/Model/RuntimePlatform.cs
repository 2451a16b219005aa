namespace Amazon.ECS.Model;

/// <summary>The processor and operating system that a task needs.</summary>
public partial class RuntimePlatform
{
    public CPUArchitecture CpuArchitecture { get; set; }

    public OSFamily OperatingSystemFamily { get; set; }
}
