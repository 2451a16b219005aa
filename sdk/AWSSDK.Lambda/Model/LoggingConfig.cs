namespace Amazon.Lambda.Model;

/// <summary>Where a function's log goes, and what is in it.</summary>
public partial class LoggingConfig
{
    public ApplicationLogLevel ApplicationLogLevel { get; set; }

    public LogFormat LogFormat { get; set; }

    public string LogGroup { get; set; }

    public SystemLogLevel SystemLogLevel { get; set; }
}
