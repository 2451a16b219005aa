namespace Amazon.Lambda.Model;

/// <summary>How many of a function may run at once.</summary>
public partial class Concurrency
{
    public int? ReservedConcurrentExecutions { get; set; }
}
