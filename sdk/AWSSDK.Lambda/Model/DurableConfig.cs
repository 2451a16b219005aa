namespace Amazon.Lambda.Model;

/// <summary>How long a durable execution may last.</summary>
public partial class DurableConfig
{
    public int? ExecutionTimeout { get; set; }

    public int? RetentionPeriodInDays { get; set; }
}
